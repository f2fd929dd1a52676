using System.Text.RegularExpressions;

namespace Switchhook.Tests.Web.Fakes;

/// <summary>Does what a browser does: keeps cookies, says where a form comes from, sends the hidden fields of a form.</summary>
internal sealed partial class Browser(HttpClient client)
{
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Cookies => _cookies;

    public void SetCookie(string name, string value) => _cookies[name] = value;

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, path), headers);

    /// <summary>Loads a page and sends its form, as a click would.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var html = await (await GetAsync(page)).Content.ReadAsStringAsync();
        return await PostAsync(action, [("__RequestVerificationToken", TokenOf(html)), .. fields]);
    }

    /// <summary>Sends a form from a page of the box.</summary>
    public Task<HttpResponseMessage> PostAsync(string action, params (string Name, string Value)[] fields) =>
        SendAsync(Form(action, fields), ("Sec-Fetch-Site", "same-origin"));

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, params (string Name, string Value)[] headers)
    {
        if (_cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Keep(answer);
        return answer;
    }

    public static HttpRequestMessage Form(string action, params (string Name, string Value)[] fields) => new(HttpMethod.Post, action)
    {
        Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
    };

    public static string TokenOf(string html) => AntiforgeryField().Match(html).Groups["value"].Value;

    private void Keep(HttpResponseMessage answer)
    {
        if (!answer.Headers.TryGetValues("Set-Cookie", out var set))
        {
            return;
        }

        foreach (var cookie in set)
        {
            var (name, value) = (cookie[..cookie.IndexOf('=')], cookie[(cookie.IndexOf('=') + 1)..cookie.IndexOf(';')]);
            if (value.Length == 0)
            {
                _cookies.Remove(name);
            }
            else
            {
                _cookies[name] = value;
            }
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<value>[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex AntiforgeryField();
}
