using Switchhook.Web.Hosting;

namespace Switchhook.Tests.Web.Security;

/// <summary>How many connections one address may have.</summary>
public sealed class AddressShareTests
{
    [Fact]
    public void One_address_gets_half_of_the_connections_and_another_address_gets_in()
    {
        var share = new AddressShare();
        for (var i = 0; i < KestrelSetup.MaxConnections / 2; i++)
        {
            Assert.True(share.TryEnter("7F000001"));
        }

        Assert.False(share.TryEnter("7F000001"));
        Assert.True(share.TryEnter("7F000002"));

        share.Leave("7F000001");
        Assert.True(share.TryEnter("7F000001"));
        Assert.False(share.TryEnter("7F000001"));
    }
}
