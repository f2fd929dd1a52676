using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Switchhook.Storage.Accounts;
using Switchhook.Web.Certificates;
using Switchhook.Web.Components;
using Switchhook.Web.Hosting;
using Switchhook.Web.Security;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Accounts;

/// <summary>Answers with the account page as it is after a change.</summary>
internal sealed class AccountAnswer(HttpContext context, WebBackend backend, Stores stores)
{
    private string Name => Access.AccountOf(context.User);

    public IResult Done(string words) => Show(done: words);

    public IResult Trouble(string words, int status = StatusCodes.Status400BadRequest) => Show(status, words);

    public IResult Show(int status = StatusCodes.Status200OK, string? trouble = null, string? done = null, IssuedToken? newKey = null)
    {
        var words = new SiteWords(backend.Site.Model, backend.Time.GetUtcNow());
        var view = new AccountView(
            Name,
            stores.Sessions.List(Name),
            Access.SessionOf(context, stores)?.Id,
            stores.Tokens.List(),
            words,
            trouble is null ? [] : [trouble],
            done,
            newKey,
            context.RequestServices.GetService<BoxCertificates>() is { } certificates ? CertificateModel.Of(certificates) : null);
        return Fragment.Of<AccountPage>(view, status);
    }
}
