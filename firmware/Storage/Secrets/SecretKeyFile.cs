using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Switchhook.Storage.Secrets;

/// <summary>The file of the box's own key, for its user only: a line with a mark, the key, and a sum that shows damage.</summary>
/// <remarks>
/// It is written whole beside its place and moved there, and a key that is there is never written over: a crash leaves either no key, or
/// a whole one. A damaged one is moved aside, for its secrets may come back with a copy of it.
/// </remarks>
internal sealed class SecretKeyFile(string path, TimeProvider time)
{
    /// <summary>Its name in the data folder.</summary>
    public const string Name = "secret.key";

    private const string Mark = "switchhook-key-1";
    private const int LongestFile = 1000;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The key that is there.</summary>
    /// <returns>
    /// A null key when there is none; <c>Damaged</c> when that is because the file is none of ours, which is moved aside then.
    /// </returns>
    /// <exception cref="IOException">The file cannot be read; that says nothing of the key in it.</exception>
    /// <exception cref="UnauthorizedAccessException">It belongs to another user.</exception>
    public (SecretKey? Key, bool Damaged) Read()
    {
        if (!File.Exists(path))
        {
            return (null, false);
        }

        File.SetUnixFileMode(path, OwnerOnly);
        var key = Key();
        if (key is null)
        {
            var aside = string.Create(CultureInfo.InvariantCulture, $"{path}.damaged-{time.GetUtcNow():yyyyMMdd-HHmmssfff}");
            File.Move(path, aside, overwrite: true);
        }

        return (key, key is null);
    }

    /// <summary>The key that is there; null when there is none that can be read. Changes nothing.</summary>
    public SecretKey? Look()
    {
        try
        {
            return Key();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes a new key, unless another process has just done so: then that one counts.</summary>
    /// <exception cref="IOException">The disk does not take it.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder belongs to another user.</exception>
    public SecretKey Make()
    {
        var key = SecretKey.New();
        var part = $"{path}.{RandomNumberGenerator.GetHexString(8)}.part";
        try
        {
            Write(part, Text(key));
            File.Move(part, path, overwrite: false);
            return key;
        }
        catch (IOException) when (File.Exists(path) && Read().Key is { } other)
        {
            return other;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private SecretKey? Key() => new FileInfo(path).Length <= LongestFile ? Parse(File.ReadAllText(path, Encoding.ASCII)) : null;

    private static void Write(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly };
        using var stream = new FileStream(path, options);
        stream.Write(Encoding.ASCII.GetBytes(text));
        stream.Flush(flushToDisk: true);
    }

    private static string Text(SecretKey key) => $"{Mark} {Convert.ToBase64String(key.Octets)} {key.Id}\n";

    private static SecretKey? Parse(string text)
    {
        var octets = new byte[SecretKey.Length];
        return text.TrimEnd().Split(' ') is [Mark, var key, var id]
            && Convert.TryFromBase64String(key, octets, out var length) && length == octets.Length
            && new SecretKey(octets) is var read && read.Id == id
                ? read
                : null;
    }
}
