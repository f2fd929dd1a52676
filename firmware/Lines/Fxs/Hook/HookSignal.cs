namespace Switchhook.Lines.Fxs.Hook;

/// <summary>What a telephone's hook and dial tell, once their timing is understood.</summary>
internal readonly record struct HookSignal(HookSignalKind Kind, char Digit = '\0');

/// <summary>The signals of a hook and a rotary dial.</summary>
internal enum HookSignalKind
{
    /// <summary>The handset was lifted.</summary>
    Lifted,

    /// <summary>The handset was put down.</summary>
    HungUp,

    /// <summary>The hook was pressed for a moment, or the recall key.</summary>
    Flash,

    /// <summary>A dial began to run; its digit follows.</summary>
    PulsesBegan,

    /// <summary>A digit by pulses is complete.</summary>
    Digit,
}
