using System.Text;
using Switchhook.Sip.Events.Bodies;

namespace Switchhook.Tests.Sip.Events.Bodies;

/// <summary>The lamp for waiting messages.</summary>
public sealed class MessageSummaryTests
{
    [Theory]
    [InlineData(2, 8, "yes", "2/8")]
    [InlineData(0, 3, "no", "0/3")]
    [InlineData(0, 0, "no", "0/0")]
    public void Tells_how_many_messages_wait(int fresh, int old, string waiting, string count) => Assert.Equal(
        $"Messages-Waiting: {waiting}\r\nMessage-Account: sip:*97@box.example\r\nVoice-Message: {count} (0/0)\r\n",
        Encoding.UTF8.GetString(new MessageSummary("sip:*97@box.example", fresh, old).Write()));
}
