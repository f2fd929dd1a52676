using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;

namespace Switchhook.Web.Hosting;

/// <summary>Style, scripts and icons, embedded in the assembly: the same from any working folder and after publish.</summary>
internal sealed class Assets
{
    private const string Root = "wwwroot/";

    private readonly FrozenDictionary<string, Asset> _files = Load();

    /// <summary>Paths below <c>/assets/</c>.</summary>
    public IEnumerable<string> Paths => _files.Keys;

    /// <summary>Null when there is no file of that path.</summary>
    public Asset? Find(string path) => _files.GetValueOrDefault(path);

    /// <summary>The address of a file, which changes with its content.</summary>
    /// <exception cref="KeyNotFoundException">There is no such file.</exception>
    public string Url(string path) => $"/assets/{path}?v={_files[path].Version}";

    private static FrozenDictionary<string, Asset> Load()
    {
        var assembly = typeof(Assets).Assembly;
        var types = new FileExtensionContentTypeProvider();
        var files = new Dictionary<string, Asset>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!name.StartsWith(Root, StringComparison.Ordinal))
            {
                continue;
            }

            using var stream = assembly.GetManifestResourceStream(name)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            var type = types.TryGetContentType(name, out var known) ? known : "text/plain";
            var version = Convert.ToHexStringLower(SHA256.HashData(content))[..16];
            files[name[Root.Length..].Replace('\\', '/')] = new Asset(content, WithCharset(type), version);
        }

        return files.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string WithCharset(string type) =>
        type.StartsWith("text/", StringComparison.Ordinal) ? $"{type}; charset=utf-8" : type;
}

/// <summary>An embedded file.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Version">Digest of its content.</param>
internal sealed record Asset(byte[] Content, string ContentType, string Version);
