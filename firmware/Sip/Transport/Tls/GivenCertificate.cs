using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Switchhook.Sip.Transport.Tls;

/// <summary>
/// A certificate that the site gives as files: PEM, the box' own first, then those between it and the root; the key apart, not encrypted.
/// When the files change, as a renewal does, the new ones are taken. Any thread.
/// </summary>
public sealed class GivenCertificate : IServerCertificate
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly string _certificatePath;
    private readonly string _keyPath;
    private readonly TimeProvider _time;
    private readonly Action<string> _tell;
    private SslStreamCertificateContext _current;
    private (DateTime Certificate, DateTime Key) _written;
    private long _looked;

    /// <summary>Reads the files.</summary>
    /// <param name="certificatePath">The certificates.</param>
    /// <param name="keyPath">The key of the first one.</param>
    /// <param name="time">The clock.</param>
    /// <param name="tell">Takes in words that new files were taken, or why not; the old ones then stay in use.</param>
    /// <exception cref="IOException">They cannot be used; the message says why.</exception>
    public GivenCertificate(string certificatePath, string keyPath, TimeProvider time, Action<string> tell)
    {
        _certificatePath = certificatePath;
        _keyPath = keyPath;
        _time = time;
        _tell = tell;
        _written = LastWritten();
        _looked = time.GetTimestamp();
        _current = Read();
    }

    /// <inheritdoc/>
    public SslStreamCertificateContext Current
    {
        get
        {
            lock (_gate)
            {
                if (_time.GetElapsedTime(_looked) >= LookEvery)
                {
                    _looked = _time.GetTimestamp();
                    ReadIfChanged_NeedsLock();
                }

                return _current;
            }
        }
    }

    private void ReadIfChanged_NeedsLock()
    {
        var written = LastWritten();
        if (written == _written)
        {
            return;
        }

        try
        {
            _current = Read();
            _written = written;
            _tell($"The certificate in {_certificatePath} is new and in use.");
        }
        catch (IOException error)
        {
            // Certificate and key may be written one after the other: it is tried again.
            _tell($"{error.Message} The one before stays in use.");
        }
    }

    private (DateTime Certificate, DateTime Key) LastWritten() =>
        (File.GetLastWriteTimeUtc(_certificatePath), File.GetLastWriteTimeUtc(_keyPath));

    private SslStreamCertificateContext Read()
    {
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPemFile(_certificatePath);
            var own = X509Certificate2.CreateFromPemFile(_certificatePath, _keyPath);
            return SslStreamCertificateContext.Create(own, [.. certificates.Skip(1)], offline: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new IOException($"The certificate {_certificatePath} with the key {_keyPath} cannot be used: {error.Message}", error);
        }
    }
}
