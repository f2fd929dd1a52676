namespace Switchhook.Appliance.Hosting;

/// <summary>Where the box keeps everything.</summary>
/// <param name="Path">Full path.</param>
public sealed record DataFolder(string Path)
{
    /// <summary>Spoken texts, made again when they are missing.</summary>
    public string SpeechCache => System.IO.Path.Combine(Path, "speech");

    /// <summary>Prompts that people have uploaded.</summary>
    public string OwnPrompts => System.IO.Path.Combine(Path, "prompts");

    /// <summary>What simulated parties can say, made again when it is missing.</summary>
    public string SimulatorSounds => System.IO.Path.Combine(Path, "simulator");

    /// <summary>Certificates of the box's own, for SIP by TLS.</summary>
    public string Certificates => System.IO.Path.Combine(Path, "certificates");

    /// <summary>What an owner has said at the first start and not yet applied.</summary>
    public string FirstRun => System.IO.Path.Combine(Path, "first-run.json");

    /// <summary>Keys that sign the forms of the pages.</summary>
    public string WebKeys => System.IO.Path.Combine(Path, "keys");

    /// <summary>
    /// Makes the folder if need be, readable by its owner only: recordings and password hashes are nobody else's business.
    /// </summary>
    /// <exception cref="BoxException">It cannot be made.</exception>
    public static DataFolder Open(string path)
    {
        try
        {
            var folder = Directory.CreateDirectory(path);
            File.SetUnixFileMode(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return new DataFolder(folder.FullName);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BoxException($"The data folder {path} cannot be used: {fault.Message} Give another one with --data.");
        }
    }
}
