using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Grammar.Uris;

namespace Switchhook.Tests.Sip.Grammar;

/// <summary>What RFC 4475 says is found in its valid messages; where they are not at hand, <see cref="TortureTests"/> says so.</summary>
public sealed class TortureDetailTests
{
    [Fact]
    public void A_short_tortuous_invite()
    {
        if (Reading.Torture("wsinv") is { } message)
        {
            Assert.Equal("1918181833n", message.To.Tag.ToString());
            Assert.Equal("J Rosenberg \\\"", message.From.DisplayName);
            Assert.Equal("98asjd8", message.From.Tag.ToString());
            Assert.Equal(68, message.MaxForwards);
            Assert.Equal("390skdjuw", message.TopVia.Branch.ToString());
            Assert.False(message.TopVia.HasUniqueBranch);
            Assert.True(message.Headers.ReadAll<Via>(HeaderId.Via).Is(out var vias));
            Assert.Equal(["UDP", "TCP", "UDP"], vias.Select(via => via.Transport.ToString()));
            Assert.Equal("newfangled value continued newfangled value", message.Headers.Named("NewFangledHeader").Single().ToString());
            Assert.True(message.Headers.ReadAll<NameAddress>(HeaderId.Contact).Is(out var contacts));
            Assert.Equal("Quoted string \"\"", contacts[0].DisplayName);
            Assert.Equal(0.33, contacts[0].Quality);
        }
    }

    [Fact]
    public void A_wide_range_of_valid_characters()
    {
        if (Reading.Torture("intmeth") is { } message)
        {
            Assert.Equal("!interesting-Method0123456789_*+`.%indeed'~", message.Method.ToString());
            Assert.Equal("BEL:\u0007 NUL:\0 DEL:\u007F", message.To.DisplayName);
            Assert.Equal("token1~` token2'+_ token3*%!.-", message.From.DisplayName);
            var uri = Assert.IsType<SipUri>(message.RequestUri);
            Assert.Equal("1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*", uri.User.ToString());
            Assert.Equal("&it+has=1,weird!*pas$wo~d_too.(doesn't-it)", uri.Password.ToString());
            Assert.Equal("example.com", uri.Host.ToString());
            Assert.Equal(10, message.From.Params["fromParam''~+*_!.-%"u8].ToString().Length);
        }
    }

    [Fact]
    public void Escapes_are_undone_once()
    {
        if (Reading.Torture("esc01") is { } message)
        {
            Assert.Equal("sips:user@example.com", Assert.IsType<SipUri>(message.RequestUri).UserName);
            Assert.Equal("I have spaces", message.From.SipUri!.UserName);
            Assert.Equal(SipUri.Parse("sip:user@example.com"), message.To.SipUri);
            var contact = message.Headers.ReadTop<NameAddress>(HeaderId.Contact).Or(message.To).SipUri!;
            Assert.Equal("caller", contact.UserName);
            Assert.True(contact.IsLooseRouter);
            Assert.Equal("value%41", contact.Params.Value("name"u8));
        }
    }

    [Fact]
    public void Escaped_nulls_end_nothing()
    {
        if (Reading.Torture("escnull") is { } message)
        {
            Assert.Equal("null-\0-null", message.To.SipUri!.UserName);
            Assert.True(message.Headers.ReadAll<NameAddress>(HeaderId.Contact).Is(out var contacts));
            Assert.Equal(2, contacts.Count);
            Assert.NotEqual(contacts[0].SipUri, contacts[1].SipUri);
        }
    }

    [Fact]
    public void A_percent_that_is_no_escape_is_itself()
    {
        if (Reading.Torture("esc02") is { } message)
        {
            Assert.NotEqual(SipMethod.Register, message.Method);
            Assert.Equal("%Z%45", message.To.DisplayName);
            Assert.Equal(2, message.Headers.CountOf(HeaderId.Contact));
        }
    }

    [Fact]
    public void Users_keep_their_semicolons_and_contacts_what_is_theirs()
    {
        if (Reading.Torture("semiuri") is { } semicolon)
        {
            Assert.Equal("user;par=u%40example.net", Assert.IsType<SipUri>(semicolon.RequestUri).User.ToString());
            Assert.True(semicolon.Headers.ReadAll<MediaRange>(HeaderId.Accept).Is(out var accepted));
            Assert.Equal(6, accepted.Count);
            var header = Reading.Torture("cparam01")!.Headers.ReadTop<NameAddress>(HeaderId.Contact).Or(semicolon.To);
            Assert.True(header.Params.Has("unknownparam"u8));
            Assert.False(header.SipUri!.Params.Has("unknownparam"u8));
            var uri = Reading.Torture("cparam02")!.Headers.ReadTop<NameAddress>(HeaderId.Contact).Or(semicolon.To);
            Assert.True(uri.SipUri!.Params.Has("unknownparam"u8));
            var escaped = Reading.Torture("regescrt")!.Headers.ReadTop<NameAddress>(HeaderId.Contact).Or(semicolon.To);
            Assert.StartsWith("Route=%3C", escaped.SipUri!.Headers.ToString());
        }
    }

    [Fact]
    public void Bodies_and_reasons_keep_their_bytes()
    {
        if (Reading.Torture("mpart01") is { } multipart)
        {
            Assert.Equal(553, multipart.Body.Length);
            Assert.Equal("7a9cbec02ceef655", multipart.ContentType!.Params["boundary"u8].ToString());
            Assert.Contains("\u0434\u0435\u0432\u044F\u043D\u043E\u0441\u0442\u043E", Reading.Torture("unreason")!.Reason.ToString());
            Assert.True(Reading.Torture("noreason")!.Reason.IsEmpty);
            Assert.Equal(0, Reading.Torture("dblreq")!.Body.Length);
        }
    }

    [Fact]
    public void What_servers_refuse_is_there_to_be_asked_for()
    {
        if (Reading.Torture("bext01") is { } extensions)
        {
            Assert.True(extensions.Headers.ReadAll<Token>(HeaderId.Require).Is(out var required));
            Assert.Equal(["nothingSupportsThis", "nothingSupportsThisEither"], required.Select(token => token.ToString()).Take(2));
            Assert.Equal("nobodyKnowsThisScheme", Assert.IsType<OtherUri>(Reading.Torture("unkscm")!.RequestUri).Scheme.ToString());
            Assert.Equal("soap.beep", Assert.IsType<OtherUri>(Reading.Torture("novelsc")!.RequestUri).Scheme.ToString());
            Assert.Equal(0, Reading.Torture("zeromf")!.MaxForwards);
            Assert.True(Reading.Torture("regbadct")!.Headers.ReadAll<NameAddress>(HeaderId.Contact).IsMalformed);
            Assert.Equal("application", Reading.Torture("invut")!.ContentType!.Type.ToString());
            Assert.IsType<OtherUri>(Reading.Torture("unksm2")!.To.Uri);
        }
    }
}
