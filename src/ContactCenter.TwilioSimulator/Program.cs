using ContactCenter.TwilioSimulator;

await using var simulator = await Simulator.Start(new SimulatorOptions());
Console.WriteLine($"Twilio simulator and phones: {simulator.Address}");
await simulator.WaitForShutdown();
