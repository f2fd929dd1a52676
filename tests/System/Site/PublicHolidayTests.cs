using System.Globalization;
using System.Text;
using Switchhook.Site.Opening;
using Switchhook.Testing.Processes;

namespace Switchhook.SystemTests.Site;

/// <summary>Public holidays against those of Debian's python3-holidays, which shares no code with ours.</summary>
public sealed class PublicHolidayTests
{
    // It is of 2020, so laws since then are ours alone; and it counts some days that are none by law.
    private static readonly Dictionary<string, string[]> Accepted = new(StringComparer.Ordinal)
    {
        ["US"] = ["Juneteenth"], // a law of 2021
        ["GB"] = ["Jubilee", "Spring", "State Funeral", "Coronation", "[Scotland]", "[Northern Ireland]"], // decreed since; and other parts
        ["CA-ON"] =
        [
            "Truth And Reconciliation", "State Funeral", // decreed since
            "Civic Holiday", // no public holiday by law in Ontario
            "(Observed)", "Boxing Day", "New Year (observed)", // on which day an employer keeps one is not by law
        ],
        ["AU-VIC"] = ["Mourning", "Easter Saturday", "Grand Final"], // decreed since; the package leaves out two days of Victoria
        ["AU-NSW"] = ["Mourning", "Easter Saturday", "Bank Holiday"], // the bank holiday is one of banks
        ["NZ-AUK"] = ["Matariki", "Memorial Day"], // a law of 2022
        ["PT"] = ["Carnaval"], // by custom, and kept by most
        ["BR"] = ["Carnaval", "cinzas"], // by custom
        ["PL"] = ["Christmas Eve"], // a law of 2024
        ["GR"] = ["Great Friday"], // by custom, and kept by most
        ["IE"] = ["Covid-19", "Imbolc", "(Observed)"], // decreed since, a law of 2022, and no day instead by law
        ["DK"] = ["Store bededag"], // no more since 2024
        ["LT"] = ["Vėlinių"], // a law of 2020
        ["JP"] = ["Emperor's Birthday (observed)"], // the Monday of 2025, which the other program leaves out
        ["ZA"] = ["Goodwill (observed)", "Rugby", "Election day"], // decreed since
        ["SE"] = [],
        ["FI"] = ["aatto"], // by custom
        ["NL"] = [],
    };

    private const string Program = """
        import holidays, sys
        for line in sys.stdin.read().split():
            region, name, part = line.split(':')
            more = {} if not part else {'prov': part}
            for day, words in getattr(holidays, name)(years=range(2022, 2031), observed=True, **more).items():
                print(region, day, words)
        """;

    private const string Asked = """
        US:US: GB:UK: DE:DE: DE-BY:DE:BY DE-SN:DE:SN FR:FRA: CA-ON:CA:ON AU-VIC:AU:VIC AU-NSW:AU:NSW NZ-AUK:NZ:AUK JP:JP: AT:AT: CH-ZH:CH:ZH
        BE:BE: NL:NL: IT:IT: ES:ES: PT:PT: BR:BR: PL:PL: CZ:CZ: SK:SK: SI:SI: GR:GR: IE:IE: DK:DK: NO:NO: SE:SE: FI:FI: EE:EE: LT:LT: LU:LU:
        ZA:ZA:
        """;

    [Fact]
    public async Task Another_program_finds_the_same_days()
    {
        // Debian's own interpreter: another one in the path does not see Debian's modules.
        var output = Encoding.UTF8.GetString(
            await ExternalProgram.RunAsync("/usr/bin/python3", ["-c", Program], Encoding.UTF8.GetBytes(Asked)));
        var theirs = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', 3))
            .GroupBy(line => line[0], StringComparer.Ordinal).ToDictionary(
                region => region.Key,
                region => region.GroupBy(line => DateOnly.Parse(line[1], CultureInfo.InvariantCulture)).ToDictionary(
                    day => day.Key, day => day.First()[2]),
                StringComparer.Ordinal);
        Assert.Equal(33, theirs.Count);
        var differences = new List<string>();
        foreach (var (region, days) in theirs)
        {
            var ours = Enumerable.Range(2022, 9).SelectMany(year => PublicHolidays.Of(region, year)).ToDictionary();

            // A Sunday that somebody calls a holiday is none that anybody would work on.
            differences.AddRange(ours.Where(day => !days.ContainsKey(day.Key))
                .Select(day => $"{region} {day.Key:O}: only ours: {day.Value}"));
            differences.AddRange(days
                .Where(day => !ours.ContainsKey(day.Key) && day.Key is { DayOfWeek: not DayOfWeek.Sunday, Year: >= 2022 and < 2031 })
                .Select(day => $"{region} {day.Key:O}: only theirs: {day.Value}"));
        }

        var unexplained = differences.Where(one => !Accepted.GetValueOrDefault(one.Split(' ')[0], []).Any(
            words => one.Contains(words, StringComparison.Ordinal))).ToList();
        Assert.True(unexplained.Count == 0, string.Join('\n', unexplained));
        Assert.All(Accepted, region => Assert.All(region.Value, words => Assert.Contains(
            differences,
            one => one.StartsWith($"{region.Key} ", StringComparison.Ordinal) && one.Contains(words, StringComparison.Ordinal))));
    }
}
