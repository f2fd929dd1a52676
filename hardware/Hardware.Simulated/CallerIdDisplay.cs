namespace Switchhook.Hardware.Simulated;

/// <summary>What a telephone shows of a caller, read from the modem sound between two rings.</summary>
/// <param name="Number">Number; null when none was sent.</param>
/// <param name="Name">Name; null when none was sent.</param>
/// <param name="NumberAbsence">Why there is no number; null when the message does not say.</param>
/// <param name="NameAbsence">Why there is no name; null when the message does not say.</param>
/// <param name="SentAt">Date and time as sent, <c>MMDDHHMM</c>; null when none was sent.</param>
/// <param name="ChecksumRight">False when the bytes do not add up: a telephone would show nothing.</param>
/// <param name="Bytes">All bytes from the message type to the checksum.</param>
public sealed record CallerIdDisplay(
    string? Number,
    string? Name,
    CallerIdAbsence? NumberAbsence,
    CallerIdAbsence? NameAbsence,
    string? SentAt,
    bool ChecksumRight,
    ReadOnlyMemory<byte> Bytes);
