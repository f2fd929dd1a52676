using System.Globalization;
using System.Text;

namespace Switchhook.Hardware.Simulated.Signals;

/// <summary>Writes and reads the call set-up message of MDMF (type 128; GR-30, EN 300 659-3).</summary>
internal static class CallSetupMessage
{
    /// <summary>Message type.</summary>
    public const byte Type = 0x80;

    private const byte DateTime = 1;
    private const byte Number = 2;
    private const byte NumberAbsence = 4;
    private const byte Name = 7;
    private const byte NameAbsence = 8;

    /// <summary>Type, length, parameters, checksum.</summary>
    public static byte[] Write(SimulatedCaller caller, DateTimeOffset now)
    {
        var body = new List<byte>();
        Add(body, DateTime, now.ToString("MMddHHmm", CultureInfo.InvariantCulture));
        if (caller.Number is not null)
        {
            Add(body, Number, caller.Number);
        }
        else
        {
            Add(body, NumberAbsence, Letter(caller.Absence));
        }

        if (caller.Name is not null)
        {
            Add(body, Name, caller.Name);
        }
        else if (caller.Number is null)
        {
            Add(body, NameAbsence, Letter(caller.Absence));
        }

        byte[] message = [Type, (byte)body.Count, .. body, 0];
        message[^1] = Checksum(message.AsSpan(0, message.Length - 1));
        return message;
    }

    /// <summary>Two's complement of the sum of all bytes, modulo 256.</summary>
    public static byte Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0;
        foreach (var value in bytes)
        {
            sum += value;
        }

        return (byte)-sum;
    }

    /// <summary>What a telephone's display makes of a message.</summary>
    public static CallerIdDisplay Read(byte[] message)
    {
        string? sentAt = null, number = null, name = null;
        CallerIdAbsence? numberAbsence = null, nameAbsence = null;
        var end = Math.Min(message.Length - 1, message[1] + 2);
        for (var i = 2; message[0] == Type && i + 2 <= end && i + 2 + message[i + 1] <= end; i += 2 + message[i + 1])
        {
            var value = Encoding.Latin1.GetString(message, i + 2, message[i + 1]);
            switch (message[i])
            {
                case DateTime:
                    sentAt = value;
                    break;
                case Number:
                    number = value;
                    break;
                case NumberAbsence:
                    numberAbsence = Absence(value);
                    break;
                case Name:
                    name = value;
                    break;
                case NameAbsence:
                    nameAbsence = Absence(value);
                    break;
            }
        }

        var sound = Checksum(message.AsSpan(0, message.Length - 1)) == message[^1];
        return new CallerIdDisplay(number, name, numberAbsence, nameAbsence, sentAt, sound, message);
    }

    private static void Add(List<byte> body, byte parameter, string value)
    {
        body.Add(parameter);
        body.Add((byte)value.Length);
        foreach (var sign in value)
        {
            body.Add(sign <= 0xFF ? (byte)sign : (byte)'?');
        }
    }

    private static string Letter(CallerIdAbsence absence) => absence == CallerIdAbsence.Withheld ? "P" : "O";

    private static CallerIdAbsence Absence(string value) => value == "P" ? CallerIdAbsence.Withheld : CallerIdAbsence.Unavailable;
}
