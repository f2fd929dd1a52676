using System.Globalization;
using Switchhook.Flows.Codes;
using Switchhook.Flows.Dialling;
using Switchhook.Site;

namespace Switchhook.Flows.Announcing;

/// <summary>What the box says about codes of the phones: parked calls, tests, and the spoken help.</summary>
internal static class CodePhrases
{
    /// <summary>For users: there is no place left to park a call.</summary>
    public static Phrase ParkingFull => new(PhraseKind.ParkingFull);

    /// <summary>For users: they have no call that can be parked.</summary>
    public static Phrase NoCallToPark => new(PhraseKind.NoCallToPark);

    /// <summary>For users who test their phone: they hear themselves, and # ends it.</summary>
    public static Phrase Echo => new(PhraseKind.Echo);

    /// <summary>For users who want help: which keys there are.</summary>
    public static Phrase HelpKeys => new(PhraseKind.HelpKeys);

    /// <summary>For users: the call is parked, and which code takes it.</summary>
    public static Phrase ParkedAt(int place) =>
        new(PhraseKind.ParkedAt, name: PhoneCodes.TakeParked + place.ToString(CultureInfo.InvariantCulture));

    /// <summary>For users who test their phone: which one it is.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="name">Its name for people.</param>
    public static Phrase ThisPhone(string number, string name) => new(PhraseKind.ThisPhone, name: Phrase.Bounded($"{number} {name}"));

    /// <summary>For users who test a line: how it is.</summary>
    /// <param name="health">What was found.</param>
    /// <param name="port">Number of its port.</param>
    public static Phrase LineIs(LineHealth health, int port) => new(
        health switch
        {
            LineHealth.InOrder => PhraseKind.LineInOrder,
            LineHealth.Silent => PhraseKind.LineSilent,
            LineHealth.Dead => PhraseKind.LineDead,
            LineHealth.InUse => PhraseKind.LineInUse,
        },
        port);

    /// <summary>For users who want help: what a code is for.</summary>
    /// <param name="name">The code.</param>
    /// <param name="digits">What is dialled.</param>
    /// <param name="end">What is dialled to end it; null for none.</param>
    public static Phrase Help(CodeName name, string digits, string? end) => new(PhraseKind.CodeHelp, (int)name, $"{digits} {end}".Trim());

    /// <summary>The whole spoken help of a site, in the order in which it is told.</summary>
    public static IReadOnlyList<Phrase> HelpOf(SiteModel site) =>
    [
        .. CodeTable.Families.Where(family => family.IsIn(site)).SelectMany(
            family => family.Help is { } name ? [Help(name, family.DigitsIn(site), family.End)] : Array.Empty<Phrase>()),
    ];

    /// <summary>The phrases that a site can come to say, each once.</summary>
    public static IEnumerable<Phrase> NeededBy(SiteModel site) => site.Phones.IsEmpty
        ? []
        :
        [
            ParkingFull,
            NoCallToPark,
            Echo,
            HelpKeys,
            .. Enumerable.Range(1, site.Parking.Places).Select(ParkedAt),
            .. site.Phones.Values.Select(phone => ThisPhone(phone.Number, phone.Name)),
            .. LinePorts.Of(site).Keys.SelectMany(port => Enum.GetValues<LineHealth>().Select(health => LineIs(health, port))),
            .. HelpOf(site),
        ];
}
