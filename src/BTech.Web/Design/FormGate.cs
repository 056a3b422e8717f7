using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace BTech.Web.Design;

/// <summary>
/// Reads a posted form before anything else does, so that one too large or malformed gets a readable answer instead of the
/// empty one that the framework's antiforgery check would give. Pages that take files allow more with <c>[LargestForm]</c>.
/// </summary>
internal sealed class FormGate(RequestDelegate next)
{
    /// <summary>More than any page of ours needs: a whole box is 128 KiB, and percent-encoding trebles it and more.</summary>
    public const long LargestForm = 1024 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType)
        {
            await next(context);
            return;
        }
        var largest = context.GetEndpoint()?.Metadata.GetMetadata<LargestFormAttribute>()?.Bytes ?? LargestForm;
        var size = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (size is { IsReadOnly: false }) size.MaxRequestBodySize = largest;
        if (context.Request.ContentLength > largest)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }
        try
        {
            await context.Request.ReadFormAsync(new FormOptions
            {
                ValueLengthLimit = (int)LargestForm,
                ValueCountLimit = 2000,
                MultipartBodyLengthLimit = largest,
                // A file beyond this goes to a temporary file, in the clear and with a time: none is, not even one that nobody asked for.
                MemoryBufferThreshold = (int)Math.Min(largest, int.MaxValue),
            }, context.RequestAborted);
        }
        catch (BadHttpRequestException refusal)
        {
            context.Response.StatusCode = refusal.StatusCode;
            return;
        }
        catch (InvalidDataException)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }
        if (context.Request.Form.SelectMany(field => field.Value).Any(value => value is not null && value.Contains('\0')))
        {
            // PostgreSQL cannot hold it, and no keyboard types it.
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        await next(context);
    }
}
