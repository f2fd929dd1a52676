namespace Switchhook.Hardware.Dahdi.Interop;

/// <summary>
/// Request numbers of DAHDI (<c>dahdi/user.h</c>): direction, size of the argument and number of each call. The same on all 64-bit and
/// 32-bit architectures with the generic ioctl layout (x86, arm, arm64, riscv).
/// </summary>
internal static class Request
{
    public const uint Flush = 0x4004DA03;
    public const uint GetParams = 0xC088DA05;
    public const uint SetParams = 0x4088DA05;
    public const uint Hook = 0x4004DA07;
    public const uint GetEvent = 0x8004DA08;
    public const uint SpanStatus = 0xC13ADA0A;
    public const uint ChannelConfig = 0x404CDA13;
    public const uint DefaultZone = 0x4004DA18;
    public const uint LoadZone = 0x4070DA19;
    public const uint SetBufferInfo = 0x4018DA1B;
    public const uint Dial = 0x4104DA1F;
    public const uint EchoCancel = 0x4004DA21;
    public const uint Specify = 0x4004DA26;
    public const uint SetLinear = 0x4004DA28;
    public const uint SetCadence = 0x4040DA2A;
    public const uint OnHookTransfer = 0x4004DA33;
    public const uint GetVersion = 0x80A0DA39;
    public const uint AttachEchoCanceller = 0x4014DA3B;
    public const uint SetPolarity = 0x4004DA5C;
    public const uint Startup = 0x4004DA63;
}
