using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace BTech.Web.Design;

/// <summary>
/// A download that is written while it is sent: nothing of it is kept, and nothing of it can be asked for again. When writing fails the connection is
/// broken off, so that no half file looks like a whole one.
/// </summary>
/// <param name="contentType">Media type.</param>
/// <param name="name">Name of the file.</param>
/// <param name="write">Writes it.</param>
public sealed class WrittenFile(string contentType, string name, Func<Stream, CancellationToken, Task> write) : ActionResult
{
    /// <inheritdoc />
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var response = context.HttpContext.Response;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        response.ContentType = contentType;
        response.Headers.ContentDisposition = disposition.ToString();
        try
        {
            await write(response.Body, context.HttpContext.RequestAborted);
        }
        catch (Exception) when (response.HasStarted)
        {
            context.HttpContext.Abort();
            throw;
        }
    }
}
