using Microsoft.AspNetCore.Http;

namespace Switchhook.Web.Security;

/// <summary>After a form: go and get another page (303, RFC 9110, section 15.4.4), so that loading again does not send it again.</summary>
internal sealed class SeeOther : IResult
{
    private readonly string _path;

    private SeeOther(string path)
    {
        _path = path;
    }

    public static IResult Result(string path) => new SeeOther(path);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = _path;
        return Task.CompletedTask;
    }
}
