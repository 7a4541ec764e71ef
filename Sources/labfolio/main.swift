internal import LabfolioCommands

await Labfolio.main()
