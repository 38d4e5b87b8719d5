using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Consoles;

/// <summary>How an agent answers for a practice, as of now.</summary>
internal sealed class PracticeCards(ScriptLibrary library, Instructions instructions, IClock clock)
{
    public async Task<PracticeCard> For(ContactCenterDb db, PracticeId id, string culture, CancellationToken cancellationToken)
    {
        var practice = await PracticeRows.ById.Run(db, id, cancellationToken);
        var now = clock.GetCurrentInstant();
        var zone = DateTimeZoneProviders.Tzdb[practice.TimeZone];
        var hours = library.Current.For(practice.Slug)?.Flow.Hours;
        hours = hours is null ? null : hours with { ForcedClose = practice.ForcedClose ?? hours.ForcedClose };
        return new PracticeCard
        {
            PracticeId = practice.Id.Value, Slug = practice.Slug, Name = practice.Name, AnswerPhrase = practice.AnswerPhrase(culture),
            TimeZone = practice.TimeZone, UtcOffsetMinutes = (int)zone.GetUtcOffset(now).ToTimeSpan().TotalMinutes,
            Instructions = [.. (await instructions.InForce(db, id, now.InZone(zone).LocalDateTime, cancellationToken)).Select(i => i.Text)],
            IsOpen = hours?.IsOpen(now) ?? false, OpenSentence = Sentence(hours, now, zone, culture), Address = practice.Address,
        };
    }

    /// <summary>Why a caller phones, in the words that the practice's flow has for it.</summary>
    public string? Reason(PracticeCard card, string? reason, string culture) => ReasonWords.Of(reason, library.Current.For(card.Slug)?.Flow, culture);

    private static string? Sentence(OpeningHours? hours, Instant now, DateTimeZone zone, string culture)
    {
        if (hours is null)
            return null;
        var english = Culture.IsEnglish(culture);
        if (hours.IsOpen(now))
            return english ? "Open now" : "Ouvert";
        if (hours.NextOpening(now) is not { } next)
            return english ? "Closed" : "Fermé";
        var local = next.InZone(zone).LocalDateTime;
        var info = System.Globalization.CultureInfo.GetCultureInfo(culture);
        return (english ? "Closed until " : "Fermé jusqu’à ") + local.ToString("dddd HH:mm", info);
    }
}
