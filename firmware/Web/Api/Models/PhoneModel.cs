using Switchhook.Calls.Live;
using Switchhook.Site;

namespace Switchhook.Web.Api.Models;

/// <summary>A phone of the house: what the site file says, and what it does now.</summary>
/// <param name="Number">Extension number.</param>
/// <param name="Port">Port of the board; null for a SIP phone.</param>
/// <param name="Name">Name for displays.</param>
/// <param name="Place">Where it stands; null when not told.</param>
/// <param name="Status">What it does; null until the box has seen it.</param>
/// <param name="Why">The same in words.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="WaitingMessages">Messages that wait for it, as they were counted; null when nobody has counted any.</param>
/// <param name="DoNotDisturb">True when it is not to be disturbed.</param>
/// <param name="ForwardTo">What is dialled to reach the place where its calls go; null when they stay.</param>
/// <param name="ForwardBusyTo">The same for calls that find it busy.</param>
/// <param name="ForwardNoAnswerTo">The same for calls that nobody answers.</param>
internal sealed record PhoneModel(
    string Number, string? Port, string Name, string? Place, PhoneStatus? Status, string? Why, DateTimeOffset? Since,
    WaitingMessagesModel? WaitingMessages, bool DoNotDisturb, string? ForwardTo, string? ForwardBusyTo, string? ForwardNoAnswerTo)
{
    public static PhoneModel Of(PhoneConfig phone, LiveSnapshot live)
    {
        var state = live.Phones.GetValueOrDefault(phone.Number);
        var waiting = live.WaitingMessages.TryGetValue(phone.Number, out var count)
            ? new WaitingMessagesModel { New = count.New, Old = count.Old }
            : null;
        var diversion = live.DiversionOf(phone.Number);
        return new PhoneModel(
            phone.Number, phone.Port, phone.Name, phone.Place, state?.Status, state?.Why, state?.Since, waiting, diversion.DoNotDisturb,
            diversion.ForwardTo, diversion.BusyTo, diversion.NoAnswerTo);
    }
}
