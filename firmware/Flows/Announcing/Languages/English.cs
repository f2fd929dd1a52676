namespace Switchhook.Flows.Announcing.Languages;

/// <summary>English.</summary>
internal static class English
{
    public static readonly SentenceTable Table = new()
    {
        NextPlace = "You are the next caller.",
        Place = "You are number {0} in the queue.",
        PlaceBeyond = "More than {0} callers are waiting in the queue.",
        Minutes = minutes => minutes == 1 ? "one minute" : $"{minutes} minutes",
        Forecast = "The wait is about {0}.",
        ForecastShort = "The wait is less than a minute.",
        ForecastLong = "The wait is more than an hour.",
        Star = "star",
        Hash = "hash",
        CallbackOffer = "Press {0} to be called back without losing your place.",
        CallFrom = "A call from {0}.",
        CallBackFrom = "A call back for {0}.",
        EnterNumber = "Please enter your telephone number, then press {0}.",
        NumberRefused = "We cannot call this number. You keep your place.",
        OutsideRefused = "This number cannot be called from this telephone.",
        OutsideClosed = "This number cannot be called at this time.",
        OutsideLimited = "The limit for calls from this telephone has been reached.",
        OutsideStopped = "Outside calls from this telephone are stopped. Please ask the front desk.",
        OutsideReleased = "Outside calls are free again.",
        EnterPin = "Please enter your PIN, then press {0}.",
        PinWrong = "This PIN is not right.",
        LineNeeded = "This line is needed for an emergency call.",
        EmergencyLine = "Test. An emergency call from here would go out on line {0}.",
        EmergencyNoLine = "Test. No line works. An emergency call from here would not go out.",
        EmergencyPlace = "The place is {0}.",
        EmergencyFrom = "Emergency call from telephone {0}.",
        Waited = "The caller has waited about {0}.",
        WaitedShort = "The caller has waited less than a minute.",
        WaitedLong = "The caller has waited more than an hour.",
        PressToAccept = "Press {0} to accept.",
        ThankYou = "Thank you for waiting.",
        WrongKey = "That is not one of the choices.",
        NoKey = "Please press one of the keys.",
        WrongEntry = "That does not seem to be complete.",
        YesOrNo = "Press 1 for yes, or 2 for no.",
        LanguageKey = "For English, press {0}.",
        CallbackNoted = "We have noted your number. You keep your place, and we will call you back.",
        MessageOffer = "Press {0} to leave a message without losing your place.",
        LeaveMessage = "Please speak after the tone, and press {0} when you have finished.",
        MessageNoted = "We have your message. It keeps your place in the queue.",
        MessageNotKept = "We could not keep a message. You keep your place.",
        MessageFrom = "A message from {0}.",
        MessageKeys = "Press 1 to hear it again, 2 to call the caller, or 3 when you have finished.",
        MessageKeysWithoutCall = "Press 1 to hear it again, or 3 when you have finished.",
        NotBeforeClosing = "We are sorry. We cannot reach you before we close.",
        Days = ["today", "tomorrow", "on Monday", "on Tuesday", "on Wednesday", "on Thursday", "on Friday", "on Saturday", "on Sunday"],
        Clock = Clock,
        Closed = "We are closed now.",
        OpensAgain = "We open again {0} {1}.",
        CallbackAt = "We have noted your number, and we will call you back {0} {1}.",
        ChooseTime = "Press 1 to be called back when it is your turn. Press 2 to choose a time.",
        EnterTime = "Please enter the time as four digits on the 24-hour clock. For half past two in the afternoon, enter 1 4 3 0.",
        TimeRefused = "We cannot call you at that time.",
        ChosenDay = "We will call you back {0}.",
        ChosenTime = "It will be {1}.",
        ConfirmTime = "Press 1 if this is right, or 2 for another time.",
        NightOn = "The night service is on.",
        NightOff = "The night service is off.",
        LoggedIn = "You are logged in.",
        LoggedOut = "You are logged out.",
        Paused = "You are paused.",
        Ready = "You are ready for calls.",
        WrapUpExtended = "Your time after the call is extended.",
        CodeUnknown = "This code is not known.",
        NobodyWithThatCode = "Nobody is logged in with that code.",
        PausedForNoAnswer = "You are paused, because you did not answer. Press {0} when you are ready.",
        DispositionNoted = "The result of the call is noted.",
        NotLoggedIn = "You are not logged in.",
    };

    /// <summary>As in the United States and Canada.</summary>
    public static readonly SentenceTable American = Table with { Hash = "pound" };

    private static string Clock(int hour, int minute)
    {
        var half = hour < 12 ? "AM" : "PM";
        var twelve = hour % 12 == 0 ? 12 : hour % 12;
        return (hour, minute) switch
        {
            (0, 0) => "at midnight",
            (12, 0) => "at noon",
            (_, 0) => $"at {twelve} {half}",
            _ => $"at {twelve}:{minute:00} {half}",
        };
    }
}
