using System.Runtime.InteropServices;

namespace Switchhook.Sip.Interop;

/// <summary>The calls of libsrtp2 that encrypt and authenticate RTP (RFC 3711). All return 0 or the number of an error.</summary>
internal static unsafe partial class LibSrtp
{
    /// <summary>As the dynamic linker finds it.</summary>
    public const string Library = "libsrtp2.so.1";

    public const int SsrcSpecific = 1;
    public const int SsrcAnyInbound = 2;
    public const int SsrcAnyOutbound = 3;

    /// <summary>Octets that a packet may grow by (SRTP_MAX_TRAILER_LEN with the SRTCP index).</summary>
    public const int MaxTrailer = 148;

    [LibraryImport(Library, EntryPoint = "srtp_init")]
    public static partial int Initialize();

    [LibraryImport(Library, EntryPoint = "srtp_crypto_policy_set_rtp_default")]
    public static partial void SetAesCm128Sha1With80(CryptoPolicy* policy);

    [LibraryImport(Library, EntryPoint = "srtp_crypto_policy_set_aes_cm_128_hmac_sha1_32")]
    public static partial void SetAesCm128Sha1With32(CryptoPolicy* policy);

    [LibraryImport(Library, EntryPoint = "srtp_crypto_policy_set_aes_gcm_128_16_auth")]
    public static partial void SetAes128Gcm(CryptoPolicy* policy);

    [LibraryImport(Library, EntryPoint = "srtp_create")]
    public static partial int Create(nint* session, Policy* policy);

    [LibraryImport(Library, EntryPoint = "srtp_add_stream")]
    public static partial int AddStream(nint session, Policy* policy);

    [LibraryImport(Library, EntryPoint = "srtp_dealloc")]
    public static partial int Free(nint session);

    [LibraryImport(Library, EntryPoint = "srtp_protect")]
    public static partial int Protect(nint session, byte* packet, int* length);

    [LibraryImport(Library, EntryPoint = "srtp_unprotect")]
    public static partial int Unprotect(nint session, byte* packet, int* length);

    [LibraryImport(Library, EntryPoint = "srtp_protect_rtcp")]
    public static partial int ProtectControl(nint session, byte* packet, int* length);

    [LibraryImport(Library, EntryPoint = "srtp_unprotect_rtcp")]
    public static partial int UnprotectControl(nint session, byte* packet, int* length);

    [LibraryImport(Library, EntryPoint = "srtp_get_stream_roc")]
    public static partial int GetRollover(nint session, uint ssrc, uint* rollover);

    [LibraryImport(Library, EntryPoint = "srtp_set_stream_roc")]
    public static partial int SetRollover(nint session, uint ssrc, uint rollover);

    /// <summary>How packets of one kind are protected: <c>srtp_crypto_policy_t</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct CryptoPolicy
    {
        public int CipherType;
        public int CipherKeyLength;
        public int AuthenticationType;
        public int AuthenticationKeyLength;
        public int AuthenticationTagLength;
        public int Services;
    }

    /// <summary>How a stream is protected: <c>srtp_policy_t</c> of version 2.5.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Policy
    {
        public int SsrcType;
        public uint Ssrc;
        public CryptoPolicy Rtp;
        public CryptoPolicy Rtcp;
        public byte* Key;
        public void* Keys;
        public nuint KeyCount;
        public void* Ekt;
        public nuint WindowSize;
        public int AllowsRepeat;
        public int* EncryptedExtensions;
        public int EncryptedExtensionCount;
        public Policy* Next;
    }
}
