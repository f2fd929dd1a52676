namespace Switchhook.Flows.Announcing;

/// <summary>The kinds of <see cref="Phrase"/>, each told at the member of that name.</summary>
internal enum PhraseKind
{
    ThankYou,
    Place,
    Forecast,
    CallbackOffer,
    CallbackNoted,
    NotBeforeClosing,
    LoggedIn,
    LoggedOut,
    Paused,
    Ready,
    WrapUpExtended,
    CodeUnknown,
    NobodyWithThatCode,
    PausedForNoAnswer,
    CallFrom,
    CallBackFrom,
    EnterNumber,
    NumberRefused,
    Waited,
    PressToAccept,
    DispositionNoted,
    NotLoggedIn,
}
