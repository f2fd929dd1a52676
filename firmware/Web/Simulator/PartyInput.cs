using System.Text.Json;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Seams;

namespace Switchhook.Web.Simulator;

/// <summary>What was sent to a simulated party, checked: from a form of the page, JSON or a bare WAV file of a program.</summary>
internal sealed class PartyInput
{
    /// <summary>Largest sound.</summary>
    public const int MaxWav = 10 * 1024 * 1024;

    /// <summary>Most digits at once.</summary>
    public const int MaxDigits = 32;

    /// <summary>Most rings before the far end answers.</summary>
    public const int MaxRings = 20;

    private const int DefaultRings = 2;
    private const int MaxNumber = 20;
    private const int MaxName = 40;

    private readonly List<ApiMistake> _mistakes = [];
    private readonly RawInput _raw;

    public PartyInput(RawInput raw)
    {
        _raw = raw;
    }

    /// <summary>What is wrong so far.</summary>
    public IReadOnlyList<ApiMistake> Mistakes => _mistakes;

    /// <summary>True to dial with pulses.</summary>
    public bool Pulses => _raw.Pulses;

    /// <summary>Reads number, name and withheld.</summary>
    public CallerToRing Caller()
    {
        if (_raw.Withheld)
        {
            return new CallerToRing(null, null, Withheld: true);
        }

        var number = _raw.Number?.Replace(" ", "", StringComparison.Ordinal);
        if (!string.IsNullOrEmpty(number) && !IsNumber(number))
        {
            Add("number", "The caller's number is wrong.", $"Write digits with an optional + before them, at most {MaxNumber}.");
        }

        var name = _raw.Name?.Trim();
        if (name is not null && (name.Length > MaxName || name.Any(char.IsControl)))
        {
            Add("name", "The caller's name is too long or holds control characters.", $"Write at most {MaxName} characters.");
        }

        return new CallerToRing(NullWhenEmpty(number), NullWhenEmpty(name), Withheld: false);
    }

    /// <summary>Reads what to say; null when nothing was sent, or nothing right.</summary>
    public Speech? Speech(IReadOnlyList<SpokenSample> samples, bool required)
    {
        if (_raw.Wav is { Length: > 0 } wav)
        {
            return WavSpeech(wav);
        }

        if (string.IsNullOrEmpty(_raw.Sample))
        {
            if (required)
            {
                Add("sample", "There is nothing to say.", "Choose a sample or send a WAV file.");
            }

            return null;
        }

        if (samples.Any(sample => sample.Name == _raw.Sample))
        {
            return new Speech(_raw.Sample, null);
        }

        Add("sample", "There is no sample of that name.", $"Choose one of: {string.Join(", ", samples.Select(sample => sample.Name))}.");
        return null;
    }

    /// <summary>Reads digits.</summary>
    public string Digits(string allowed, string allowedWords)
    {
        var digits = (_raw.Digits ?? "").Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (digits.Length is 0 or > MaxDigits || !digits.All(allowed.Contains))
        {
            Add("digits", "The digits are wrong.", $"Write 1 to {MaxDigits} of {allowedWords}.");
        }

        return digits;
    }

    /// <summary>Reads what happens to calls out; null when it is wrong.</summary>
    public CallsOut? CallsOut(IReadOnlyList<SpokenSample> samples)
    {
        var known = Enum.GetValues<FarEnd>().ToDictionary(NameOf, StringComparer.Ordinal);
        var isKnown = known.TryGetValue(_raw.FarEnd ?? "", out var farEnd);
        if (!isKnown)
        {
            Add("farEnd", "It is not said what the far end does.", $"Write one of: {string.Join(", ", known.Keys)}.");
        }

        var rings = _raw.Rings ?? DefaultRings;
        if (rings is < 0 or > MaxRings)
        {
            Add("rings", "So often it cannot ring.", $"Write 0 to {MaxRings}.");
        }

        var speech = Speech(samples, required: false);
        return isKnown ? new CallsOut(farEnd, rings, speech) : null;
    }

    /// <summary>Name of a behaviour in forms and JSON.</summary>
    public static string NameOf(FarEnd farEnd) => JsonNamingPolicy.CamelCase.ConvertName(farEnd.ToString());

    private static bool IsNumber(string text)
    {
        var digits = text.StartsWith('+') ? text[1..] : text;
        return text.Length <= MaxNumber && digits.Length > 0 && digits.All(char.IsAsciiDigit);
    }

    private static string? NullWhenEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private Speech? WavSpeech(byte[] wav)
    {
        // RIFF form type WAVE (Multimedia Programming Interface and Data Specifications 1.0, chapter 3).
        if (wav.Length < 12 || !wav.AsSpan(0, 4).SequenceEqual("RIFF"u8) || !wav.AsSpan(8, 4).SequenceEqual("WAVE"u8))
        {
            Add("wav", "This is not a WAV file.", "Send a file that begins with RIFF and WAVE, as every sound program writes.");
            return null;
        }

        return new Speech(null, wav);
    }

    private void Add(string place, string problem, string cure) => _mistakes.Add(new ApiMistake(place, problem, cure));
}
