using System.Security.Claims;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Consoles;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Practices;

internal static class PracticeEndpoints
{
    public static Task<List<PracticeCard>> Mine(ClaimsPrincipal user, Store store, PracticeCards cards, CancellationToken cancellationToken) => store.Read(
        async (db, token) =>
        {
            var practices = await PracticeAccess.Overseen(db, user).OrderBy(p => p.Name).Select(p => p.Id).ToListAsync(token);
            var mine = new List<PracticeCard>(practices.Count);
            foreach (var practice in practices)
                mine.Add(await cards.For(db, practice, user.Culture(), token));
            return mine;
        },
        cancellationToken);

    public static Task<PracticeCard> Show(Guid practiceId, ClaimsPrincipal user, Store store, PracticeCards cards, CancellationToken cancellationToken) =>
        store.Read((db, token) => cards.For(db, new PracticeId(practiceId), user.Culture(), token), cancellationToken);
}
