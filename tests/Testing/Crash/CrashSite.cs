using System.Globalization;
using System.Text;

namespace Switchhook.Testing.Crash;

/// <summary>A site whose calls are answered fast, so that there is much to lose at any moment.</summary>
public static class CrashSite
{
    /// <summary>Lines, and as many phones.</summary>
    public const int Ports = 12;

    /// <summary>Its site file.</summary>
    public static string Yaml { get; } = Write();

    /// <summary>The numbers of its phones.</summary>
    public static IReadOnlyList<string> Phones { get; } =
        [.. Enumerable.Range(1, Ports).Select(n => string.Create(CultureInfo.InvariantCulture, $"{200 + n}"))];

    private static string Write()
    {
        var yaml = new StringBuilder(
            """
            site: {name: Crash test, country: US, time-zone: UTC, language: en}
            board: simulated-large
            lines:

            """);
        for (var n = 1; n <= Ports; n++)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  main-{n}: {{port: fxo{n}, number: \"+1 312 555 {n:0000}\", route: day}}\n");
        }

        yaml.Append("phones:\n");
        for (var n = 1; n <= Ports; n++)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  {200 + n}: {{port: fxs{n}, name: Phone {n}, place: Room {n}}}\n");
        }

        var phones = string.Join(", ", Enumerable.Range(201, Ports));
        return yaml.Append(
            CultureInfo.InvariantCulture,
            $$"""
            groups:
              office: {phones: [{{phones}}], strategy: longest-idle, ring: 10 s, rounds: 3, pause: 1 s}
            flows:
              day: [{ring: office}, hang-up]
            record: all

            """).ToString();
    }
}
