using System.Runtime.InteropServices;

namespace Switchhook.Hardware.Dahdi.Interop;

/// <summary><c>dahdi_spaninfo</c>: a span and the device it belongs to.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal unsafe struct SpanStatus
{
    public int Span;
    public fixed byte Name[20];
    public fixed byte Description[40];
    public int Alarms;
    public fixed int Counters[13];
    public int ConfiguredChannels;
    public int Channels;
    public int AllSpans;
    public int LineBuildOut;
    public int LineConfig;
    public fixed byte LineBuildOutName[40];
    public fixed byte Location[40];
    public fixed byte Manufacturer[40];
    public fixed byte DeviceType[40];
    public int Interrupt;
    public int LineCompatibility;
    public fixed byte Kind[6];
}

/// <summary><c>dahdi_versioninfo</c>: version of the drivers, names of the echo cancellers.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct DriverVersion
{
    public fixed byte Version[80];
    public fixed byte EchoCancellers[80];
}
