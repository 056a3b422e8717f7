namespace BTech.Web.Design;

/// <summary>What somebody brought in a form, in memory and nowhere else.</summary>
internal static class UploadedBytes
{
    /// <summary>The whole file. Whoever asks has looked at its length before.</summary>
    public static async Task<byte[]> BytesAsync(this IFormFile file, CancellationToken cancel)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancel);
        return content.ToArray();
    }
}
