using System.Text;
using Switchhook.Audio;
using Switchhook.Audio.CallerIds;
using Switchhook.Hardware.Countries;

namespace Switchhook.Tests.Audio;

/// <summary>Messages written byte by byte after GR-30 and ETSI EN 300 659-3.</summary>
public class CallerIdParserTests
{
    private const CallerIdScheme Scheme = CallerIdScheme.FskBell202;

    [Fact]
    public void A_multiple_message_gives_date_number_and_name()
    {
        var message = Multiple((1, "04011530"), (2, "5125551234"), (7, "JOE WILLIAMS"));

        Assert.Equal(new CallerIdMessage("5125551234", "JOE WILLIAMS", null, "04011530", Scheme), CallerIdParser.Parse(message, Scheme));
    }

    [Fact]
    public void A_single_message_gives_date_and_number()
    {
        Assert.Equal(
            new CallerIdMessage("5125551234", null, null, "04011530", Scheme), CallerIdParser.Parse(Single("040115305125551234"), Scheme));
    }

    [Theory]
    [InlineData("P", NumberAbsence.Withheld)]
    [InlineData("O", NumberAbsence.Unavailable)]
    public void A_single_message_gives_the_reason_of_absence(string letter, NumberAbsence why)
    {
        Assert.Equal(
            new CallerIdMessage(null, null, why, "04011530", Scheme), CallerIdParser.Parse(Single("04011530" + letter), Scheme));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(2)]
    public void A_withheld_number_is_understood_in_both_fields(byte field)
    {
        var parsed = CallerIdParser.Parse(Multiple((1, "04011530"), (field, "P"), (8, "P")), Scheme);

        Assert.Equal(new CallerIdMessage(null, null, NumberAbsence.Withheld, "04011530", Scheme), parsed);
    }

    [Fact]
    public void Unknown_fields_are_passed_over()
    {
        var parsed = CallerIdParser.Parse(Multiple((17, "\u0001"), (2, "5551234"), (99, "x")), Scheme);

        Assert.Equal("5551234", parsed?.Number);
    }

    [Fact]
    public void Signs_that_do_not_print_are_taken_out()
    {
        var parsed = CallerIdParser.Parse(Multiple((2, "555\u001b[2J1234"), (7, "A\r\nB\u0085")), Scheme);

        Assert.Equal(("555[2J1234", "AB"), (parsed?.Number, parsed?.Name));
    }

    [Fact]
    public void Malformed_messages_are_refused()
    {
        var good = Multiple((1, "04011530"), (2, "5125551234"));

        Assert.All(Enumerable.Range(0, good.Length), length => Assert.Null(CallerIdParser.Parse(good.AsSpan(0, length), Scheme)));
        Assert.Null(CallerIdParser.Parse([.. good, 0], Scheme));
        Assert.Null(CallerIdParser.Parse([0x80, 4, 2, 200, 0x35, 0x35], Scheme));
        Assert.Null(CallerIdParser.Parse([0x82, 3, 11, 1, 255], Scheme));
        Assert.Null(CallerIdParser.Parse(Single("04011530"), Scheme));
        Assert.Null(CallerIdParser.Parse(Multiple((1, "04011530")), Scheme));
    }

    [Fact]
    public void Random_bytes_never_break_it()
    {
        var random = new Random(3);
        for (var run = 0; run < 20_000; run++)
        {
            var bytes = new byte[random.Next(0, 40)];
            random.NextBytes(bytes);
            if (bytes.Length > 1)
            {
                bytes[0] = random.Next(2) == 0 ? (byte)0x80 : (byte)0x04;
                bytes[1] = (byte)(bytes.Length - 2);
            }

            var parsed = CallerIdParser.Parse(bytes, Scheme);
            Assert.DoesNotContain($"{parsed?.Number}{parsed?.Name}{parsed?.SentAt}", char.IsControl);
        }
    }

    [Theory]
    [InlineData("A5551234C", "5551234", null)]
    [InlineData("A5551234#", "5551234", null)]
    [InlineData("D5551234C", "5551234", null)]
    [InlineData("5551234#", "5551234", null)]
    [InlineData("A5551234D777B10C", "5551234", null)]
    [InlineData("B10C", null, NumberAbsence.Withheld)]
    [InlineData("B00C", null, NumberAbsence.Unavailable)]
    [InlineData("D1#", null, NumberAbsence.Withheld)]
    [InlineData("D3#", null, NumberAbsence.Unavailable)]
    public void Digits_of_every_national_form_are_read(string digits, string? number, NumberAbsence? absence)
    {
        Assert.Equal(new CallerIdMessage(number, null, absence, null, CallerIdScheme.Dtmf), CallerIdDigits.Parse(digits));
    }

    [Theory]
    [InlineData("AC")]
    [InlineData("A12*4C")]
    [InlineData("B77C")]
    [InlineData("*123#")]
    public void Digits_of_no_form_are_refused(string digits)
    {
        Assert.Null(CallerIdDigits.Parse(digits));
    }

    private static byte[] Single(string text) => [0x04, (byte)text.Length, .. Encoding.Latin1.GetBytes(text)];

    private static byte[] Multiple(params (byte Kind, string Text)[] fields)
    {
        byte[] body =
        [
            .. fields.SelectMany(field =>
                (byte[])[field.Kind, (byte)field.Text.Length, .. Encoding.Latin1.GetBytes(field.Text)]),
        ];
        return [0x80, (byte)body.Length, .. body];
    }
}
