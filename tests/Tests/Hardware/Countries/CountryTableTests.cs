using Switchhook.Hardware.Countries;

namespace Switchhook.Tests.Hardware.Countries;

/// <summary>Spot checks against the table of FEATURES §4, which was written from the sources and not from our reader.</summary>
public sealed class CountryTableTests
{
    public static TheoryData<string, string, string, string, string> Tones => new()
    {
        // country, dial, ringback, busy, congestion: hertz/milliseconds, 0 is silence, * is modulation
        { "US", "350+440", "440+480/2000 0/4000", "480+620/500 0/500", "480+620/250 0/250" },
        { "CN", "450", "450/1000 0/4000", "450/350 0/350", "450/700 0/700" },
        { "GB", "350+440", "400+450/400 0/200 400+450/400 0/2000", "400/375 0/375", "400/400 0/350 400/225 0/525" },
        { "DE", "425", "425/1000 0/4000", "425/480 0/480", "425/240 0/240" },
        { "FR", "440", "440/1500 0/3500", "440/500 0/500", "440/250 0/250" },
        { "AU", "413+438", "425*25/400 0/200 425*25/400 0/2000", "425/375 0/375", "425/375 0/375 425/375(-10) 0/375" },
        { "JP", "400", "384+416/1000 0/2000", "400/500 0/500", "400/500 0/500" },
    };

    public static TheoryData<string, double, int[]> Rings => new()
    {
        { "US", 20, [2000, 4000] },
        { "CN", 25, [1000, 4000] },
        { "GB", 25, [400, 200, 400, 2000] },
        { "DE", 25, [1000, 4000] },
        { "FR", 50, [1500, 3500] },
        { "AU", 25, [400, 200, 400, 2000] },
        { "JP", 16, [1000, 2000] },
    };

    public static TheoryData<string> AllCodes => [.. CountryTable.Codes];

    [Theory]
    [MemberData(nameof(Tones))]
    public void Tones_are_those_of_the_country(string code, string dial, string ringback, string busy, string congestion)
    {
        var tones = CountryTable.Get(code).Tones;
        Assert.Equal(dial, Written(tones[ToneKind.Dial]));
        Assert.Equal(ringback, Written(tones[ToneKind.Ringback]));
        Assert.Equal(busy, Written(tones[ToneKind.Busy]));
        Assert.Equal(congestion, Written(tones[ToneKind.Congestion]));
    }

    [Theory]
    [MemberData(nameof(Rings))]
    public void Ringing_is_that_of_the_country(string code, double hertz, int[] cadence)
    {
        var ring = CountryTable.Get(code).Ring;
        Assert.Equal(hertz, ring.FrequencyHz);
        Assert.Equal(cadence.Select(ms => TimeSpan.FromMilliseconds(ms)), ring.Cadence);
    }

    [Theory]
    [InlineData("US", CallerIdScheme.FskBell202, false, true)]
    [InlineData("CN", CallerIdScheme.FskBell202, false, true)]
    [InlineData("GB", CallerIdScheme.FskV23, true, true)]
    [InlineData("DE", CallerIdScheme.FskV23, false, true)]
    [InlineData("JP", CallerIdScheme.Jclip, true, true)]
    [InlineData("SE", CallerIdScheme.Dtmf, true, true)]
    [InlineData("PL", CallerIdScheme.FskV23, false, false)]
    [InlineData("JM", CallerIdScheme.FskBell202, false, false)]
    public void Caller_id_is_that_of_the_country_or_a_guess_that_says_so(string code, CallerIdScheme scheme, bool before, bool known) =>
        Assert.Equal(new CallerIdSignal(scheme, before, known), CountryTable.Get(code).CallerId);

    [Theory]
    [InlineData("US", "112 911")]
    [InlineData("CN", "110 119 120 122")]
    [InlineData("GB", "112 999")]
    [InlineData("DE", "110 112")]
    [InlineData("FR", "112 114 15 17 18")]
    [InlineData("AU", "000 106 112")]
    [InlineData("JP", "110 118 119")]
    public void Emergency_numbers_keep_their_leading_zeros(string code, string numbers) =>
        Assert.Equal(numbers.Split(' '), CountryTable.Get(code).EmergencyNumbers.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("US", 500, 300, 1100)]
    [InlineData("GB", 100, 70, 125)]
    [InlineData("FR", 270, 200, 320)]
    [InlineData("JP", 600, 300, 1200)]
    public void Flash_is_that_of_the_country(string code, int send, int shortest, int longest) =>
        Assert.Equal(
            new FlashTiming(TimeSpan.FromMilliseconds(send), TimeSpan.FromMilliseconds(shortest), TimeSpan.FromMilliseconds(longest)),
            CountryTable.Get(code).Flash);

    [Theory]
    [InlineData("US", "BatteryDrop DialTone BusyTone")]
    [InlineData("CN", "BusyTone PolarityReversal")]
    [InlineData("GB", "BatteryDrop BusyTone DialTone")]
    [InlineData("JP", "PolarityReversal BusyTone")]
    public void Signs_of_hang_up_come_most_telling_first(string code, string signals) =>
        Assert.Equal(signals, string.Join(' ', CountryTable.Get(code).HangUp));

    [Theory]
    [InlineData("US", CompandingLaw.MuLaw)]
    [InlineData("CA", CompandingLaw.MuLaw)]
    [InlineData("JM", CompandingLaw.MuLaw)]
    [InlineData("JP", CompandingLaw.MuLaw)]
    [InlineData("TW", CompandingLaw.MuLaw)]
    [InlineData("DE", CompandingLaw.ALaw)]
    [InlineData("CN", CompandingLaw.ALaw)]
    [InlineData("AU", CompandingLaw.ALaw)]
    public void The_law_is_that_of_the_national_network(string code, CompandingLaw law) => Assert.Equal(law, CountryTable.Get(code).Law);

    [Fact]
    public void The_table_has_all_its_countries() => Assert.Equal(179, CountryTable.Codes.Count);

    [Theory]
    [MemberData(nameof(AllCodes))]
    public void Every_country_is_whole_and_can_be_sounded(string code)
    {
        var country = CountryTable.Get(code);
        Assert.Equal(code, country.Code);
        Assert.NotEmpty(country.Name);
        Assert.Matches("^[1-9][0-9]{0,2}$", country.CallingCode);
        Assert.NotEmpty(country.EmergencyNumbers);
        Assert.All(country.EmergencyNumbers, number => Assert.Matches("^[0-9]{2,4}$", number));
        Assert.Equal(Enum.GetValues<ToneKind>(), country.Tones.Keys.Order());
        Assert.All(country.Tones.Values, ThatSounds);
        Assert.InRange(country.Ring.FrequencyHz, 15, 68);
        Assert.True(country.Ring.Cadence.Count > 0 && country.Ring.Cadence.Count % 2 == 0);
        Assert.All(country.Ring.Cadence, time => Assert.InRange(time.TotalMilliseconds, 100, 10_000));
        Assert.True(country.Flash.ReceiveShortest < country.Flash.ReceiveLongest);
        Assert.NotEmpty(country.HangUp);
    }

    [Fact]
    public void A_country_without_tones_gets_those_of_its_numbering_plan()
    {
        Assert.Equal("350+440", Written(CountryTable.Get("PR").Tones[ToneKind.Dial]));
        Assert.Equal("425", Written(CountryTable.Get("CO").Tones[ToneKind.Dial]));
    }

    [Theory]
    [InlineData("XX")]
    [InlineData("us")]
    [InlineData("")]
    [InlineData("U\"")]
    public void An_unknown_code_is_told(string code)
    {
        Assert.False(CountryTable.TryGet(code, out _));
        Assert.Throws<KeyNotFoundException>(() => CountryTable.Get(code));
    }

    private static void ThatSounds(Tone tone)
    {
        Assert.InRange(tone.RepeatFrom, -1, tone.Steps.Count - 1);
        Assert.Contains(tone.Steps, step => step.Hertz.Count > 0);
        Assert.All(tone.Steps, step => Assert.True(step.Hertz.Count == 0 || step.Hertz.Max() is >= 200 and <= 3400));
        Assert.All(tone.Steps, step => Assert.True(step.Duration is null || step.Duration > TimeSpan.Zero));
        Assert.All(tone.Steps.SkipLast(1), step => Assert.NotNull(step.Duration));
    }

    private static string Written(Tone tone) => string.Join(' ', tone.Steps.Select(Written));

    private static string Written(ToneStep step)
    {
        var hertz = step.Hertz.Count == 0 ? "0" : string.Join('+', step.Hertz);
        var modulation = step.ModulationHz is { } by ? $"*{by}" : "";
        var duration = step.Duration is { } time ? $"/{time.TotalMilliseconds}" : "";
        var level = step.RelativeDb == 0 ? "" : $"({step.RelativeDb})";
        return hertz + modulation + duration + level;
    }
}
