namespace Switchhook.Testing.Sip.Baresip;

/// <summary>What baresip tells that happened, by its own names.</summary>
public enum BaresipEventKind
{
    /// <summary>One of those that no test needs.</summary>
    Other,

    /// <summary>REGISTERING.</summary>
    Registering,

    /// <summary>REGISTER_OK: the server took the registration.</summary>
    RegisterOk,

    /// <summary>REGISTER_FAIL, with the reason.</summary>
    RegisterFail,

    /// <summary>CALL_INCOMING.</summary>
    CallIncoming,

    /// <summary>CALL_RINGING: the other end rings.</summary>
    CallRinging,

    /// <summary>CALL_PROGRESS: the other end sends sound before it answers.</summary>
    CallProgress,

    /// <summary>CALL_ESTABLISHED.</summary>
    CallEstablished,

    /// <summary>CALL_CLOSED, with the reason.</summary>
    CallClosed,

    /// <summary>CALL_DTMF_START, with the digit that the other end pressed.</summary>
    CallDtmfStart,

    /// <summary>CALL_DTMF_END.</summary>
    CallDtmfEnd,

    /// <summary>CALL_REMOTE_SDP: the other end's session description came, an offer or an answer.</summary>
    CallRemoteSdp,

    /// <summary>CALL_MENC: the sound is encrypted, with how.</summary>
    CallMenc,

    /// <summary>TRANSFER: the other end sends this call to another target, which is called now.</summary>
    Transfer,

    /// <summary>TRANSFER_FAILED, with the reason.</summary>
    TransferFailed,

    /// <summary>MWI_NOTIFY, with what waits: the module mwi must be loaded.</summary>
    MwiNotify,
}
