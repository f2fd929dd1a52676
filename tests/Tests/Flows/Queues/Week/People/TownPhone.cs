using Switchhook.Audio;
using Switchhook.Calls.Live;
using Switchhook.Testing.Fakes;

namespace Switchhook.Tests.Flows.Queues.Week.People;

/// <summary>An analog telephone in someone's hands.</summary>
internal sealed class TownPhone(string number, Town town)
{
    private readonly FakeFxsPort _port = town.Ports.Phones[number];

    public string Number => number;

    public bool IsLifted => _port.IsOffHook;

    public bool IsRinging => Status == PhoneStatus.Ringing;

    public bool IsInCall => Status == PhoneStatus.InCall;

    private PhoneStatus? Status => town.Box.StatusOf(number);

    public void Lift()
    {
        _ = _port.Log;
        _port.SetLoop(true);
    }

    public void HangUp() => _port.SetLoop(false);

    /// <summary>Half a second of the hook: puts the other side on hold, or takes it back.</summary>
    public async Task FlashAsync()
    {
        _port.SetLoop(false);
        await town.Delay(0.5);
        _port.SetLoop(true);
        await town.Delay(0.7);
    }

    /// <summary>Presses keys at the speed of a hand.</summary>
    public async Task KeyAsync(string digits)
    {
        foreach (var digit in digits)
        {
            town.Box.Media.Heard($"phone {number}").Raise(new Detection.Digit(digit));
            await town.Delay(0.25);
        }
    }
}
