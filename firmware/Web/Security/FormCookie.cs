using Microsoft.AspNetCore.Http;

namespace Switchhook.Web.Security;

/// <summary>The cookie behind the tokens of forms. By TLS and without it has two names, for browsers keep cookies by host alone.</summary>
internal sealed class FormCookie : CookieBuilder
{
    private const string Plain = "switchhook-form";

    private readonly IHttpContextAccessor _current;

    public FormCookie(IHttpContextAccessor current)
    {
        _current = current;
        HttpOnly = true;
        IsEssential = true;
        Path = "/";
        SameSite = SameSiteMode.Strict;
        SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    /// <inheritdoc/>
    public override string? Name
    {
        get => _current.HttpContext is { } context ? Access.NameOfCookie(Plain, context.Request) : Plain;
        set => throw new NotSupportedException("The name follows from the request.");
    }
}
