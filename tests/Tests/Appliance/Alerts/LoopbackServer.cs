using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Switchhook.Tests.Appliance.Alerts;

/// <summary>A server on the loopback interface that follows a script of its test, connection by connection.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;

    /// <summary>Listens at once.</summary>
    /// <param name="script">What is done with each connection; the connection is closed after it.</param>
    public LoopbackServer(Func<Line, Task> script)
    {
        _listener.Start();
        _serving = ServeAsync(script);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Completes when the first connection has sent its first line.</summary>
    public TaskCompletionSource Heard { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
    }

    private async Task ServeAsync(Func<Line, Task> script)
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                using var line = new Line(client.GetStream(), Heard);
                await script(line);
            }
        }
        catch (Exception end) when (end is SocketException or InvalidOperationException or IOException or AuthenticationException)
        {
            // The test is over, or the client has gone.
        }
    }

    /// <summary>A connection, read and written line by line.</summary>
    internal sealed class Line(NetworkStream stream, TaskCompletionSource heard) : IDisposable
    {
        private Stream _stream = stream;
        private StreamReader _reader = new(stream, Encoding.UTF8);

        public async Task<string?> ReadAsync()
        {
            var line = await _reader.ReadLineAsync();
            heard.TrySetResult();
            return line;
        }

        public async Task<string> ReadAsync(int characters)
        {
            var text = new char[characters];
            return new string(text, 0, await _reader.ReadBlockAsync(text));
        }

        public async Task WriteAsync(string line) => await _stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"));

        /// <summary>Goes on by TLS; the client must begin it.</summary>
        public async Task SecureAsync(X509Certificate2 certificate)
        {
            var tls = new SslStream(_stream);
            await tls.AuthenticateAsServerAsync(certificate);
            (_stream, _reader) = (tls, new StreamReader(tls, Encoding.UTF8));
        }

        public void Dispose() => _reader.Dispose();
    }
}
