print("labfolio")
