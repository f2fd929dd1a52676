namespace Switchhook.Appliance.Network;

/// <summary>How the box speaks HTTP to servers that an administrator names.</summary>
internal static class OutsideHttp
{
    /// <summary>A longer answer, in bytes, is an error.</summary>
    public const int LargestAnswer = 65_536;

    /// <summary>A client without a time-out of its own: each request brings its limit.</summary>
    // Where a redirect leads nobody has agreed to; and an address that moves is found within minutes.
    public static HttpClient NewClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LargestAnswer,
    };
}
