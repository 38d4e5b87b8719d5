using ContactCenter.AgentConsole.Api;
using ContactCenter.AgentConsole.Booking;
using ContactCenter.AgentConsole.Keys;
using ContactCenter.AgentConsole.Link;
using ContactCenter.AgentConsole.Messages;
using ContactCenter.AgentConsole.Office;
using ContactCenter.AgentConsole.Patients;
using ContactCenter.AgentConsole.Phone;
using ContactCenter.AgentConsole.SignIn;
using ContactCenter.AgentConsole.Triage;
using ContactCenter.AgentConsole.Waiting;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.AgentConsole.Screen;

internal static class DeskFeature
{
    public static IServiceCollection AddDesk(this IServiceCollection services, Uri server) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton(_ => new HttpClient { BaseAddress = server, Timeout = TimeSpan.FromSeconds(15) })
        .AddSingleton<ConsoleApi>()
        .AddSingleton<StepsOfAnswer>()
        .AddSingleton<Session>()
        .AddSingleton<ChosenPractice>()
        .AddSingleton<Language>()
        .AddSingleton<KeyRing>()
        .AddSingleton<Desk>()
        .AddSingleton<SecondTick>()
        .AddSingleton<BrowserDesk>()
        .AddSingleton<Softphone>()
        .AddSingleton<AgendaNews>()
        .AddSingleton<HubLink>()
        .AddSingleton(provider => provider.GetRequiredService<HubLink>().Server)
        .AddSingleton<DeskActions>()
        .AddSingleton<RingWatch>()
        .AddSingleton<LineWatch>()
        .AddSingleton<NotesKeeper>()
        .AddSingleton<PatientDesk>()
        .AddSingleton<AgendaDesk>()
        .AddSingleton<AgendaWatch>()
        .AddSingleton<AgendaDrag>()
        .AddSingleton<SlotKeeper>()
        .AddSingleton<BookingDesk>()
        .AddSingleton<SeriesDesk>()
        .AddSingleton<ExplainDesk>()
        .AddSingleton<NeighbourDesk>()
        .AddSingleton<ElsewhereDesk>()
        .AddSingleton<AppointmentActs>()
        .AddSingleton<TriageDesk>()
        .AddSingleton<TaskDesk>()
        .AddSingleton<MessageDraft>()
        .AddSingleton<DeskSession>();
}
