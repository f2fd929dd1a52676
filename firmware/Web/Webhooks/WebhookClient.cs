using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text;
using Switchhook.Storage.Webhooks;

namespace Switchhook.Web.Webhooks;

/// <summary>Sends deliveries by HTTP: signed, within a time limit, to where they may go, and along no redirect.</summary>
internal sealed class WebhookClient(TimeProvider time) : IDisposable
{
    /// <summary>A receiver that has not answered within this time has not got it.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>So much of an answer is read, in octets.</summary>
    public const int MostRead = 4096;

    private const int MostShown = 200;

    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(6);

    // No proxy: who is asked is whom the guard has looked at. An address that moves is found within minutes.
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        MaxResponseHeadersLength = 32,
        ConnectCallback = ConnectAsync,
    });

    /// <summary>The header of a signature.</summary>
    /// <param name="secret">The secret of the webhook.</param>
    /// <param name="at">When it is sent.</param>
    /// <param name="body">What is sent.</param>
    /// <returns>
    /// <c>t=…,v1=…</c>: seconds since 1970, and HMAC-SHA-256 with the secret over these, a point and the body, in hexadecimal digits.
    /// </returns>
    public static string Signature(string secret, DateTimeOffset at, string body)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var sum = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds}.{body}"));
        return $"t={seconds},v1={Convert.ToHexStringLower(sum)}";
    }

    /// <summary>Sends a delivery.</summary>
    /// <returns>How it ended.</returns>
    public async Task<WebhookAnswer> SendAsync(Webhook hook, string secret, WebhookDelivery delivery, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(Limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        try
        {
            using var request = RequestOf(hook, secret, delivery);
            using var answer = await _client.SendAsync(request, both.Token).WaitAsync(both.Token);
            return await JudgeAsync(answer, both.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new WebhookAnswer(null, $"There was no answer within {Limit.TotalSeconds:0} s.");
        }
        catch (HttpRequestException failure)
        {
            return new WebhookAnswer(null, Words(failure));
        }
        catch (IOException)
        {
            return new WebhookAnswer(null, "The connection broke before the answer was whole.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private HttpRequestMessage RequestOf(Webhook hook, string secret, WebhookDelivery delivery)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, hook.Address)
        {
            Content = new StringContent(delivery.Body, Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("User-Agent", "Switchhook");
        request.Headers.TryAddWithoutValidation("Switchhook-Topic", delivery.Topic);
        request.Headers.TryAddWithoutValidation("Switchhook-Delivery", delivery.Id);
        request.Headers.TryAddWithoutValidation("Switchhook-Signature", Signature(secret, time.GetUtcNow(), delivery.Body));
        return request;
    }

    private async Task<WebhookAnswer> JudgeAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        var status = (int)answer.StatusCode;
        var text = await ReadAsync(answer, cancel);
        if (answer.IsSuccessStatusCode)
        {
            return new WebhookAnswer(status, null);
        }

        var said = text.Length == 0 ? "" : $" It said: {text}";
        var words = status is >= 300 and < 400
            ? $"It answered {status}, a redirect, which is not followed: enter the address that it leads to."
            : $"It answered {status}.{said}";
        return new WebhookAnswer(status, words)
        {
            IsRefusal = status is 400 or 413 or 415 or 422,
            RetryAfter = RetryAfter(answer),
        };
    }

    private TimeSpan? RetryAfter(HttpResponseMessage answer)
    {
        var asked = answer.Headers.RetryAfter is not { } header ? null : header.Delta ?? (header.Date - time.GetUtcNow());
        return asked is { } wait && wait > TimeSpan.Zero ? (wait < LongestAsked ? wait : LongestAsked) : null;
    }

    // The beginning, as one line for people.
    private static async Task<string> ReadAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(cancel);
        var bytes = new byte[MostRead];
        var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        var text = Encoding.UTF8.GetString(bytes, 0, read);
        var line = string.Concat(text.Select(mark => char.IsControl(mark) || mark == '�' ? ' ' : mark)).Trim();
        return line.Length <= MostShown ? line : line[..MostShown] + "…";
    }

    private static string Words(HttpRequestException failure) => failure.InnerException switch
    {
        ForbiddenAddressException forbidden => forbidden.Message,
        AuthenticationException => "Its certificate is not one that this box trusts, or TLS failed otherwise.",
        _ => $"It cannot be reached ({failure.HttpRequestError}).",
    };

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (host, isSecure) = (context.DnsEndPoint.Host, context.InitialRequestMessage.RequestUri!.Scheme == Uri.UriSchemeHttps);
        var found = await Dns.GetHostAddressesAsync(host, cancel);
        var allowed = found.Where(address => AddressGuard.Trouble(address, isSecure) is null).ToArray();
        if (allowed.Length == 0 && found.Length > 0)
        {
            throw new ForbiddenAddressException(AddressGuard.Trouble(found[0], isSecure)!);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class ForbiddenAddressException(string message) : Exception(message);
}

/// <summary>How a try ended.</summary>
/// <param name="Status">What the receiver answered; null when it did not.</param>
/// <param name="Error">Why it did not succeed, as a sentence; null when it did.</param>
internal sealed record WebhookAnswer(int? Status, string? Error)
{
    /// <summary>True when the receiver finds fault with what was sent, so that more tries help little.</summary>
    public bool IsRefusal { get; init; }

    /// <summary>After what time the receiver asks to be tried again; null when it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
