using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Switchhook.Sip.Transport.Tls;

/// <summary>A certificate with its key in one file, so that the two always belong together; for the owner's eyes only.</summary>
internal static class CertificateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads one; null when it is not there or cannot be used.</summary>
    public static X509Certificate2? TryRead(string path)
    {
        try
        {
            var text = File.ReadAllText(path);
            return X509Certificate2.CreateFromPem(text, text);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Writes one; after a power cut there is the old one or the new one.</summary>
    /// <exception cref="IOException">The disk does not take it.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder is not the box's.</exception>
    public static void Write(string path, X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPrivateKey()!;
        var temporary = path + ".new";
        File.Delete(temporary);
        var create = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly };
        using (var file = new FileStream(temporary, create))
        using (var text = new StreamWriter(file))
        {
            text.WriteLine(certificate.ExportCertificatePem());
            text.WriteLine(key.ExportPkcs8PrivateKeyPem());
            text.Flush();
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }
}
