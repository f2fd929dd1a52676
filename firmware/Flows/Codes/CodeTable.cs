using System.Collections.Immutable;
using Switchhook.Calls.Live;
using Switchhook.Flows.Dialling;
using Switchhook.Flows.Prompts.Recording;
using Switchhook.Flows.Queues;
using Switchhook.Flows.Voicemail;
using Switchhook.Site;

namespace Switchhook.Flows.Codes;

/// <summary>All codes that the phones of a site can dial: the one place where they are found. Pure.</summary>
public sealed class CodeTable
{
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
        Agent<AgentAction.LogIn>("*41 and your code", "begin to work at this phone") with { Help = CodeName.LogIn },
        Agent<AgentAction.LogOut>("*42", "end your work") with { Help = CodeName.LogOut },
        Agent<AgentAction.Pause>("*43 and a digit for the reason", "pause; without a digit, for no reason that is named") with
        {
            Help = CodeName.Pause,
        },
        Agent<AgentAction.Ready>("*44 or # alone", "be ready again") with { Help = CodeName.Ready },
        Agent<AgentAction.Dispose>("*45 and the number of a word", "note what the last call was about") with { Help = CodeName.Dispose },
        Agent<AgentAction.MoreTime>("*46", "have a minute more") with { Help = CodeName.MoreTime },
        Agent<AgentAction.Listen>("*47 and an agent's code", "listen to a colleague; for supervisors") with { Help = CodeName.Listen },
        new($"{Release} and a phone", "the front desk", "let a phone call outside again", Releases) { Help = CodeName.Release },
        Phone<PhoneAction.Night>("*28", "switch night; `*281` on, `*280` off") with { Help = CodeName.Night },
        Phone<PhoneAction.DoNotDisturb>("*78", "do not disturb; `*79` ends it") with { Help = CodeName.DoNotDisturb, End = "*79" },
        Forward(ForwardWhen.Always, "send calls for this phone on to a phone, or to a number outside that this phone may call"),
        ForwardOff(ForwardWhen.Always, "keep calls for this phone again"),
        Forward(ForwardWhen.Busy, "send calls on like that when this phone is busy or not to be disturbed"),
        ForwardOff(ForwardWhen.Busy, "end that"),
        Forward(ForwardWhen.NoAnswer, "send calls on like that when nobody answers this phone for 20 seconds"),
        ForwardOff(ForwardWhen.NoAnswer, "end that"),
        Phone<PhoneAction.PickUp>("*8", "take a call that rings in your group; with a phone's number, one that rings there") with
        {
            Help = CodeName.PickUp,
        },
        Phone<PhoneAction.Park>(PhoneCodes.Park, "park the call that you have put on hold; you hear its place") with
        {
            Help = CodeName.Park,
        },
        Phone<PhoneAction.TakeParked>($"{PhoneCodes.TakeParked} and a place", "take the call that is parked there") with
        {
            Help = CodeName.TakeParked,
        },
        Phone<PhoneAction.CallBackLast>("*69", "call back who called this phone last") with { Help = CodeName.CallBackLast },
        Phone<PhoneAction.SpeedDial>("*0 and two digits", "dial a short number of the house") with { Help = CodeName.SpeedDial },
        Phone<PhoneAction.RecordPrompt>(
            $"{PromptNumbers.Code} and the number of a prompt", "record it; at the front desk, or with the PIN for prompts") with
        {
            Help = CodeName.RecordPrompt,
        },
        Phone<PhoneAction.TestPhone>("*55", "test this phone: you hear its number, a tone, and yourself until you press #") with
        {
            Help = CodeName.TestPhone,
        },
        Phone<PhoneAction.TestLine>("*56 and a line's port", "test a line: you hear whether it has dial tone") with
        {
            Help = CodeName.TestLine,
        },
        Phone<PhoneAction.Help>("*00", "hear these codes; # goes on to the next, * ends it"),
        Mail<VoicemailAction.HearOwn>("*97", "hear the messages of this phone") with { Help = CodeName.HearOwn },
        Mail<VoicemailAction.HearOf>("*98 and a phone", "hear the messages of another phone, by its PIN") with { Help = CodeName.HearOf },
        new("test-number of the site file", Anybody, "hear on which line an emergency call would go out", EmergencyTests)
        {
            Help = CodeName.EmergencyTest,
        },
    ];

    /// <summary>What whole digits mean; null when they are no code.</summary>
    public DialTarget? Find(string digits) => _codes.GetValueOrDefault(digits);

    /// <summary>True when a code begins with the digits and has more.</summary>
    public bool CanGrow(string digits) =>
        ForwardCode.All.Any(code => code.Digits == digits)
        || _codes.Keys.Concat(ForwardCode.All.Select(code => code.Digits)).Any(
            code => code.Length > digits.Length && code.StartsWith(digits, StringComparison.Ordinal));

    private static CodeFamily Forward(ForwardWhen when, string words) =>
        new($"{CodeOf(when).Digits} number #", Anybody, words, _ => [])
        {
            Help = CodeOf(when).Help,
            End = CodeOf(when).Off,
            IsOpen = true,
        };

    private static CodeFamily ForwardOff(ForwardWhen when, string words) => new(
        CodeOf(when).Off,
        Anybody,
        words,
        site => PhoneCodes.Of(site).Where(code => code.Value is PhoneAction.ForwardOff off && off.When == when)
            .Select(code => KeyValuePair.Create<string, DialTarget>(code.Key, new DialTarget.PhoneCode(code.Value))));

    private static ForwardCode CodeOf(ForwardWhen when) => ForwardCode.All.First(code => code.When == when);

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
