using System.Text.RegularExpressions;

namespace Switchhook.Tests.Repository;

/// <summary>Nothing here knows the machine that it was written on, or where that machine got its packages.</summary>
public sealed partial class PlaceTests
{
    private const string ThisFile = "tests/Tests/Repository/PlaceTests.cs";

    // What code may name besides /dev and /proc: in which folder or file, which path, and why.
    private static readonly (string Where, string Path, string Why)[] MayName =
    [
        ("tests/Guest", "/sys/", "the guest's kernel shows there what the drivers did, and takes what a tester's hand does"),
        ("tests/Image/guest/init", "/run/", "the guest's own folder in memory"),
        ("tests/Image/guest/init", "/sys/", "where the guest's kernel shows itself"),
        ("tests/Image/guest", "/usr/", "programs and headers are there on every Debian"),
        ("tests/Testing/Network/PcapFile.cs", "/usr/", "Debian's sip-tester puts its captures there"),
        ("hardware/Hardware.Linux/KernelFolders.cs", "/sys/", "where the kernel shows PWM and names its buses"),
        ("firmware/Storage/Diagnostics/MachineFacts.cs", "/sys/", "temperatures are shown there only"),
        ("firmware/Storage/Diagnostics/MachineFacts.cs", "/run/", "where the time service of systemd says that it has set the clock"),
        ("hardware/Hardware.Dahdi/DahdiPlaces.cs", "/sys/", "the kernel shows its devices there only; the place is an argument"),
        ("tests/System/Sip/Kit/DnsmasqServer.cs", "/usr/", "Debian keeps servers where not everybody's PATH leads"),
        ("tests/System/Site/PublicHolidayTests.cs", "/usr/bin/", "only the interpreter of Debian sees the modules of Debian"),
    ];

    [Fact]
    public void No_text_names_a_folder_of_a_person_or_of_a_workplace() => Finding.None(
        Texts.SelectMany(file => Lines(file, PersonalFolder(), "Take the place from an option, or make it relative to the repository")));

    [Fact]
    public void No_code_names_a_folder_of_the_system() => Finding.None(
        from file in Texts
        where file.IsCode && !file.IsUnder("image")
        from finding in Lines(file, SystemFolder(), "Take the place from an option, or name the exception and its reason in PlaceTests")
        where !MayName.Any(may => file.IsUnder(may.Where) && finding.What.Contains(may.Path, StringComparison.Ordinal))
        select finding);

    [Fact]
    public void No_text_names_the_host_of_a_package_registry() => Finding.None(
        Texts.SelectMany(file => Lines(file, RegistryHost(), "Name the package only; where it comes from is each machine's own setting")));

    [Fact]
    public void Places_are_found()
    {
        Assert.Single(Lines(RepositoryFile.Planted("A.cs", "var path = \"/root/site.yaml\";"), PersonalFolder(), ""));
        Assert.Single(Lines(RepositoryFile.Planted("A.cs", "data in /tmp/x"), PersonalFolder(), ""));
        Assert.Single(Lines(RepositoryFile.Planted("A.cs", "File.Open(\"/usr/share/sounds\")"), SystemFolder(), ""));
        Assert.Single(Lines(RepositoryFile.Planted("a.json", "https://api.nuget.org/v3"), RegistryHost(), ""));
        Assert.Empty(Lines(RepositoryFile.Planted("A.cs", "\"/api/v1/home/work\" \"/dev/spidev0.0\" ./tmp/x"), PersonalFolder(), ""));
        Assert.Empty(Lines(RepositoryFile.Planted("A.cs", "\"/api/v1/run/x\" \"/dev/gpiochip0\" ./var/lib"), SystemFolder(), ""));
    }

    private static IEnumerable<RepositoryFile> Texts => RepositoryFiles.Texts.Where(file => file.Path != ThisFile);

    private static IEnumerable<Finding> Lines(RepositoryFile file, Regex pattern, string cure) =>
        from line in file.Lines
        let match = pattern.Match(line.Text)
        where match.Success && !line.Text.StartsWith("#!", StringComparison.Ordinal)
        select new Finding(file.Path, line.Number, $"names {match.Value}", cure);

    [GeneratedRegex(@"(?<![\w.~})-])/(root|home|work|tmp|Users)/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PersonalFolder();

    [GeneratedRegex(@"(?<![\w.~})-])/(etc|mnt|opt|run|srv|sys|usr|var)/(\w+/)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SystemFolder();

    [GeneratedRegex(@"\b(nuget\.org|npmjs\.(org|com)|deb\.debian\.org|pypi\.org)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RegistryHost();
}
