using System.Text;

namespace Switchhook.Appliance.Hosting;

/// <summary>The site file on the disk.</summary>
/// <param name="Path">Its full path.</param>
internal sealed record SiteFile(string Path)
{
    /// <summary>The folder that the paths in it begin in.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    private static readonly string Demo = System.IO.Path.Combine(AppContext.BaseDirectory, "sites", "demo", "site.yaml");

    /// <summary>True for the text of the demo site that comes with the firmware.</summary>
    public static bool IsExample(string yaml) => File.Exists(Demo) && File.ReadAllText(Demo) == yaml;

    /// <summary>The site file of a data folder: at the first start a copy of the demo site that comes with the firmware.</summary>
    /// <exception cref="BoxException">It cannot be made.</exception>
    public static SiteFile InDataFolder(DataFolder data)
    {
        var file = new SiteFile(System.IO.Path.Combine(data.Path, "site.yaml"));
        if (!File.Exists(file.Path))
        {
            if (file.Replace(File.ReadAllText(Demo)) is { } failure)
            {
                throw new BoxException($"The site file {file.Path} cannot be written: {failure}");
            }
        }

        return file;
    }

    /// <summary>Puts a text in place of the file, whole or not at all, also when the power fails.</summary>
    /// <returns>What went wrong; null when it is on the disk.</returns>
    public string? Replace(string yaml) => Stage(yaml) ?? Commit();

    /// <summary>The first half of <see cref="Replace"/>: afterwards <see cref="Commit"/> needs no more room.</summary>
    /// <returns>What went wrong; null when the text is on the disk.</returns>
    public string? Stage(string yaml) => Try(() =>
    {
        using var stream = new FileStream(StagedPath, FileMode.Create, FileAccess.Write);
        stream.Write(Encoding.UTF8.GetBytes(yaml));
        stream.Flush(flushToDisk: true);
    });

    /// <summary>The second half of <see cref="Replace"/>.</summary>
    /// <returns>What went wrong; null when the staged text is in place.</returns>
    public string? Commit() => Try(() => File.Move(StagedPath, Path, overwrite: true));

    private string StagedPath => Path + ".part";

    private static string? Try(Action work)
    {
        try
        {
            work();
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return fault.Message;
        }
    }
}
