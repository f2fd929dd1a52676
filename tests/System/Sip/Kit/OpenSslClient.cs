using System.Diagnostics;
using System.Net;
using System.Text;

namespace Switchhook.SystemTests.Sip.Kit;

/// <summary><c>openssl s_client</c> as a peer that is not ours.</summary>
internal sealed class OpenSslClient : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly Process _process;

    private OpenSslClient(Process process)
    {
        _process = process;
    }

    /// <summary>Connects.</summary>
    public static OpenSslClient Start(IPEndPoint to, params string[] arguments)
    {
        var start = new ProcessStartInfo("openssl", ["s_client", "-connect", $"{to}", "-nocommands", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new OpenSslClient(Process.Start(start)!);
    }

    /// <summary>Sends text.</summary>
    public async Task SendAsync(string text)
    {
        await _process.StandardInput.WriteAsync(text);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Reads until it printed something.</summary>
    /// <returns>All that it printed until then.</returns>
    public async Task<string> ReadUntilAsync(string what)
    {
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        var said = new StringBuilder();
        var buffer = new char[4096];
        while (!said.ToString().Contains(what, StringComparison.Ordinal))
        {
            var count = await _process.StandardOutput.ReadAsync(buffer, limit.Token);
            if (count == 0)
            {
                throw new InvalidOperationException($"openssl ended: {said} {await _process.StandardError.ReadToEndAsync(limit.Token)}");
            }

            said.Append(buffer, 0, count);
        }

        return said.ToString();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
