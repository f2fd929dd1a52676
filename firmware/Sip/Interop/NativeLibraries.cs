using System.Runtime.InteropServices;

namespace Switchhook.Sip.Interop;

/// <summary>The library of the system that encrypted speech needs.</summary>
public static class NativeLibraries
{
    private static readonly Lazy<bool> Srtp = new(() => NativeLibrary.TryLoad(LibSrtp.Library, out _) && LibSrtp.Initialize() == 0);

    /// <summary>Names of the Debian packages that are missing; empty when all is there.</summary>
    public static IReadOnlyList<string> Missing() => HasSrtp ? [] : ["libsrtp2-1"];

    /// <summary>True when libsrtp2 is there and ready; the first call makes it ready.</summary>
    internal static bool HasSrtp => Srtp.Value;
}
