using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace Switchhook.SystemTests.Web;

/// <summary>A browser that comes by TLS, from an address of its own, and trusts one certificate authority and no other.</summary>
internal sealed partial class SecureClient : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="box">Where the box serves TLS.</param>
    /// <param name="authority">The authority as PEM.</param>
    /// <param name="from">The address that it comes from.</param>
    public SecureClient(Uri box, string authority, IPAddress from)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            CustomTrustStore = { X509Certificate2.CreateFromPem(authority) },
        };
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy },
            ConnectCallback = async (context, cancel) => await ConnectAsync(from, context.DnsEndPoint, cancel),
        };
        _http = new HttpClient(handler) { BaseAddress = box, Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <summary>Loads a page.</summary>
    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>Opens a stream of events.</summary>
    public async Task<StreamReader> StreamAsync(string path, CancellationToken cancel) =>
        new(await _http.GetStreamAsync(new Uri(path, UriKind.Relative), cancel));

    /// <summary>The token of the form on a page, for the next <see cref="SendAsync"/>.</summary>
    public async Task<string> TokenAsync(string page)
    {
        using var answer = await GetAsync(page);
        return AntiforgeryField().Match(await answer.Content.ReadAsStringAsync()).Groups["value"].Value;
    }

    /// <summary>Sends a form as a browser does.</summary>
    public async Task<HttpResponseMessage> SendAsync(string action, string token, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(action, UriKind.Relative));
        request.Headers.Add("Origin", _http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        request.Content = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("__RequestVerificationToken", token),
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
        ]);
        return await _http.SendAsync(request);
    }

    /// <summary>Makes the first account of a box.</summary>
    public async Task<HttpStatusCode> ClaimAsync(string code, string name, string password)
    {
        using var answer = await SendAsync(
            "claim", await TokenAsync("claim"), ("code", code), ("name", name), ("password", password), ("again", password));
        return answer.StatusCode;
    }

    /// <summary>Signs in; 303 when it was right.</summary>
    public async Task<HttpStatusCode> SignInAsync(string name, string password)
    {
        using var answer = await SendAsync(
            "sign-in", await TokenAsync("sign-in"), ("name", name), ("password", password), ("return", "/"));
        return answer.StatusCode;
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static async Task<Stream> ConnectAsync(IPAddress from, EndPoint to, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Bind(new IPEndPoint(from, 0));
            await socket.ConnectAsync(to, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<value>[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex AntiforgeryField();
}
