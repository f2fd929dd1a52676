using System.Collections.Immutable;
using Switchhook.Flows.Dialling;
using Switchhook.Flows.Prompts.Recording;
using Switchhook.Flows.Queues;
using Switchhook.Flows.Voicemail;
using Switchhook.Site;

namespace Switchhook.Flows.Codes;

/// <summary>All codes that the phones of a site can dial: the one place where they are found. Pure.</summary>
public sealed class CodeTable
{
    /// <summary>What is dialled before the number that calls go on to.</summary>
    public const string Forward = "*72";

    /// <summary>What the front desk dials before the number of a phone that may call out again.</summary>
    public const string Release = "*48";

    private const string Anybody = "anybody";
    private const string Agents = "agents";

    private readonly ImmutableSortedDictionary<string, DialTarget> _codes;

    /// <summary>The table of a site.</summary>
    public CodeTable(SiteModel site)
    {
        var codes = ImmutableSortedDictionary.CreateBuilder<string, DialTarget>(StringComparer.Ordinal);
        foreach (var (digits, target) in Families.SelectMany(family => family.Codes(site)))
        {
            codes.TryAdd(digits, target);
        }

        _codes = codes.ToImmutable();
    }

    /// <summary>What there is, in the order in which it is told.</summary>
    public static ImmutableArray<CodeFamily> Families { get; } =
    [
        Agent<AgentAction.LogIn>("*41 and your code", "begin to work at this phone"),
        Agent<AgentAction.LogOut>("*42", "end your work"),
        Agent<AgentAction.Pause>("*43 and a digit for the reason", "pause; without a digit, for no reason that is named"),
        Agent<AgentAction.Ready>("*44 or # alone", "be ready again"),
        Agent<AgentAction.Dispose>("*45 and the number of a word", "note what the last call was about"),
        Agent<AgentAction.MoreTime>("*46", "have a minute more"),
        Agent<AgentAction.Listen>("*47 and an agent's code", "listen to a colleague; for supervisors"),
        new($"{Release} and a phone", "the front desk", "let a phone call outside again", Releases),
        Phone<PhoneAction.Night>("*28", "switch night; `*281` on, `*280` off"),
        Phone<PhoneAction.DoNotDisturb>("*78", "do not disturb; `*79` ends it"),
        new(
            $"{Forward} number #",
            Anybody,
            "send calls for this phone on to a phone, or to a number outside that this phone may call",
            _ => []),
        Phone<PhoneAction.ForwardOff>("*73", "keep calls for this phone again"),
        Phone<PhoneAction.PickUp>("*8", "take a call that rings in your group; with a phone's number, one that rings there"),
        Phone<PhoneAction.CallBackLast>("*69", "call back who called this phone last"),
        Phone<PhoneAction.RecordPrompt>(
            $"{PromptNumbers.Code} and the number of a prompt", "record it; at the front desk, or with the PIN for prompts"),
        Mail<VoicemailAction.HearOwn>("*97", "hear the messages of this phone"),
        Mail<VoicemailAction.HearOf>("*98 and a phone", "hear the messages of another phone, by its PIN"),
        new("test-number of the site file", Anybody, "hear on which line an emergency call would go out", EmergencyTests),
    ];

    /// <summary>What whole digits mean; null when they are no code.</summary>
    public DialTarget? Find(string digits) => _codes.GetValueOrDefault(digits);

    /// <summary>True when a code begins with the digits and has more.</summary>
    public bool CanGrow(string digits) =>
        digits == Forward
        || _codes.Keys.Append(Forward).Any(code => code.Length > digits.Length && code.StartsWith(digits, StringComparison.Ordinal));

    /// <summary>The number after the code that sends calls on; null for other digits.</summary>
    public static string? ForwardedTo(string digits) =>
        digits.StartsWith(Forward, StringComparison.Ordinal) ? digits[Forward.Length..] : null;

    private static CodeFamily Agent<T>(string pattern, string words)
        where T : AgentAction =>
        new(pattern, Agents, words, site => Of<AgentAction, T>(AgentCodes.Of(site), action => new DialTarget.Code(action)));

    private static CodeFamily Phone<T>(string pattern, string words)
        where T : PhoneAction =>
        new(pattern, Anybody, words, site => Of<PhoneAction, T>(PhoneCodes.Of(site), action => new DialTarget.PhoneCode(action)));

    private static CodeFamily Mail<T>(string pattern, string words)
        where T : VoicemailAction =>
        new(pattern, Anybody, words, site => Of<VoicemailAction, T>(VoicemailCodes.Of(site), action => new DialTarget.Voicemail(action)));

    private static IEnumerable<KeyValuePair<string, DialTarget>> Of<TAll, T>(
        IEnumerable<KeyValuePair<string, TAll>> codes, Func<TAll, DialTarget> target)
        where T : TAll =>
        codes.Where(code => code.Value is T).Select(code => KeyValuePair.Create(code.Key, target(code.Value)));

    private static IEnumerable<KeyValuePair<string, DialTarget>> Releases(SiteModel site) => site.Outbound.IsEmpty
        ? []
        : site.Phones.Keys.Select(phone => KeyValuePair.Create<string, DialTarget>(Release + phone, new DialTarget.Release(phone)));

    private static IEnumerable<KeyValuePair<string, DialTarget>> EmergencyTests(SiteModel site) => site.Emergency.TestNumber is { } number
        ? [KeyValuePair.Create<string, DialTarget>(number, new DialTarget.EmergencyTest())]
        : [];
}
