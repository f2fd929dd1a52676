using System.Runtime.InteropServices;

namespace Switchhook.Hardware.Dahdi.Interop;

/// <summary><c>dahdi_params</c>: a channel's signalling, state and times in milliseconds.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ChannelParams
{
    public int Channel;
    public int Span;
    public int Position;
    public int Signalling;
    public int Capabilities;
    public int ReceivedIsOffHook;
    public int ReceivedBits;
    public int SentBits;
    public int SentHook;
    public int ReceivedHook;
    public int Law;
    public int IdleBits;
    public fixed byte Name[40];
    public int BeforeWink;
    public int BeforeFlash;
    public int Wink;
    public int Flash;
    public int Start;
    public int ReceivedWink;
    public int ReceivedFlash;
    public int Debounce;
    public int PulseBreak;
    public int PulseMake;
    public int PulseAfter;
    public uint Alarms;
}

/// <summary><c>dahdi_chanconfig</c>: gives a channel its signalling.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ChannelConfig
{
    public int Channel;
    public fixed byte Name[40];
    public int Signalling;
    public int DefaultLaw;
    public int Master;
    public int IdleBits;
    public fixed byte NetworkDevice[16];
}

/// <summary><c>dahdi_bufferinfo</c>: buffers of a channel.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct BufferInfo
{
    public int TransmitPolicy;
    public int ReceivePolicy;
    public int Buffers;
    public int Samples;
    public int ReadBuffers;
    public int WriteBuffers;
}

/// <summary><c>dahdi_attach_echocan</c>: gives a channel an echo canceller by name.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct EchoCancellerAttachment
{
    public int Channel;
    public fixed byte Name[16];
}
