using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Switchhook.Web.Text;
using SameSiteMode = Microsoft.AspNetCore.Http.SameSiteMode;
using StringWithQualityHeaderValue = Microsoft.Net.Http.Headers.StringWithQualityHeaderValue;

namespace Switchhook.Web.Language;

/// <summary>Chooses the language of the pages for each request: the reader's choice, or what the browser asks for, or English.</summary>
internal sealed class PageLanguage(RequestDelegate next)
{
    /// <summary>Cookie of the reader's choice.</summary>
    public const string Cookie = "switchhook-language";

    private static readonly TimeSpan Keep = TimeSpan.FromDays(365);

    /// <summary>The languages of the pages, each in its own words.</summary>
    public static ImmutableArray<(string Tag, string Name)> All { get; } = [("en", "English"), ("zh-Hans", "简体中文")];

    /// <summary>The language of this request.</summary>
    public static string Current => CultureInfo.CurrentUICulture.Name;

    /// <summary>True where the pages need no translation.</summary>
    public static bool IsEnglish(CultureInfo culture) => culture.Name is not "zh-Hans";

    /// <summary>Keeps the reader's choice in the browser.</summary>
    /// <returns>False when there is no such language.</returns>
    public static bool TryChoose(HttpContext context, string tag)
    {
        if (All.All(one => one.Tag != tag))
        {
            return false;
        }

        context.Response.Cookies.Append(Cookie, tag, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            Path = "/",
            IsEssential = true,
            MaxAge = Keep,
        });
        return true;
    }

    /// <summary>Serves a request in its language.</summary>
    public Task InvokeAsync(HttpContext context, WebBackend backend)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Of(context.Request));
        SiteFormat.Use(backend.Site.Model);
        context.Response.Headers.ContentLanguage = Current;
        return next(context);
    }

    private static string Of(HttpRequest request) =>
        All.FirstOrDefault(one => one.Tag == request.Cookies[Cookie]).Tag ?? Wanted(request) ?? All[0].Tag;

    // RFC 9110, section 12.5.4. Of Chinese, what is written in traditional characters is not asked for.
    private static string? Wanted(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var wanted)
            ? wanted.Where(one => one.Quality is not 0).OrderByDescending(one => one.Quality ?? 1)
                .Select(one => Named(one.Value.ToString().ToLowerInvariant())).FirstOrDefault(tag => tag is not null)
            : null;

    private static string? Named(string tag) => tag.Split('-') switch
    {
        ["en", ..] => "en",
        ["zh"] or ["zh", "hans" or "cn" or "sg", ..] => "zh-Hans",
        _ => null,
    };
}
