using System.Security.Claims;
using System.Text;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Storage;
using NodaTime;

namespace ContactCenter.Server.Booking.Reading.ProtocolBook;

/// <summary>The practice's protocol book, made from the rules in force: practice and secretaries read the same text. It names no patient.</summary>
internal sealed class ShowProtocolBook(Store store, ScriptLibrary library, IClock clock)
{
    /// <param name="language">Another language than the reader's own: <c>fr</c> or <c>en</c>.</param>
    public async Task<IResult> Handle(Guid practiceId, string? language, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken)
    {
        var practice = await store.Read((db, token) => PracticeRows.ById.Run(db, new PracticeId(practiceId), token), cancellationToken);
        if (library.Current.For(practice.Slug) is not { Booking: { } book } scripts)
            return Problems.Of(StatusCodes.Status404NotFound, BookingProblems.NoCalendar);
        var page = ProtocolBookPage.Of(new ProtocolBookScene(practice.Name, scripts, book, language ?? user.Culture(), clock.GetCurrentInstant()));
        response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'sha256-{page.StyleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
        response.Headers.CacheControl = "private, no-cache";
        return Results.Text(page.Html, "text/html", Encoding.UTF8);
    }
}
