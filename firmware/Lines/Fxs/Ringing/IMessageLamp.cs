namespace Switchhook.Lines.Fxs.Ringing;

/// <summary>The message lamp of a telephone on a port. Control loop only.</summary>
internal interface IMessageLamp : IDisposable
{
    /// <summary>The lamp is to be so; the telephone is told when it is not known to be so already.</summary>
    void Show(bool isLit);

    /// <summary>The phone is on hook and does not ring, or it does something from now on.</summary>
    void PhoneIs(bool isIdle);
}
