namespace Switchhook.Hardware.Simulated.Handover;

/// <summary>Puts an activity into words for the simulator's page.</summary>
internal static class ActivityWords
{
    /// <summary>A sentence without a full stop.</summary>
    public static string Of(Activity activity, int detail) => activity switch
    {
        Activity.CallerRings => "a caller rings",
        Activity.CallerFindsBusy => "a caller found the line busy",
        Activity.CallerMeetsSeizure => "a caller met the box seizing the line: connected without ringing",
        Activity.CallerIdSent => "the exchange sends the caller's number",
        Activity.BoxAnswered => "the box answered",
        Activity.CallerGaveUp => "the caller gave up",
        Activity.BoxSeized => "the box seized the line",
        Activity.DialTone => "dial tone",
        Activity.DigitDialled => $"the box dialled {(char)detail}",
        Activity.NumberComplete => $"the number is complete: {detail} digits",
        Activity.Ringback => "the far party's phone rings",
        Activity.FarAnswered => "the far party answered",
        Activity.Refused => "the exchange refuses the call by a tone",
        Activity.FarHungUp => "the far party hung up",
        Activity.BoxFlashed => $"the box flashed for {detail} ms",
        Activity.KeyHeard => $"the far party heard key {(char)detail}",
        Activity.BoxCleared => "the box hung up",
        Activity.Unplugged => "the line was unplugged",
        Activity.PluggedIn => "the line was plugged in",
        Activity.KeysDropped => "keys were dropped: too many wait",
        Activity.PhoneLifted => "the phone was lifted",
        Activity.PhoneHungUp => "the phone was hung up",
        Activity.PhoneFlashes => "the phone flashes",
        Activity.PhoneDials => $"the phone dials {detail} digits",
        Activity.RingBegan => "the phone rings",
        Activity.RingEnded => "the ring ended",
        Activity.BatteryLost => "the box took the battery away",
        Activity.BatteryRestored => "the box gave the battery back",
        Activity.PolarityReversed => "the box reversed the polarity",
        Activity.CallerIdShown => "the phone shows the caller",
        Activity.CallerIdSpoiled => "the phone heard a caller's number with a wrong checksum",
    };
}
