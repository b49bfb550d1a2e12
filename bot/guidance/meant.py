"""English words that mean alike, so that a question in words that no sample has is found by others.

People abroad ask in their own English: a gale is a storm, a nan a grandmother, dues are a fee. Each
group has a name; a word may belong to several. Vietnamese has `bot.intents.concepts` for this.
"""

from __future__ import annotations

GROUPS: dict[str, str] = {
    "granny": (
        "gran, nan, nana, nanna, granny, grannies, grandma, grandmother, grandmom, grandmum, "
        "nanny, ba noi, ba ngoai, great-aunt, mamie, oma, gramma, granma, meemaw, ba, "
        "grandparent, grandparents"
    ),
    "grandpa": "grandad, granddad, grandpa, grandfather, gramps, ong noi, ong ngoai, ong",
    "mother": "mum, mom, mummy, mommy, mother, mama, ma, mam, mother-in-law",
    "father": "dad, daddy, father, papa, pa, pop, stepfather, father-in-law, pops, old man",
    "aunt": "aunt, auntie, aunty, co, di, bac",
    "uncle": "uncle, cau, chu",
    "parent": "parent, folk, in-law",
    "child": (
        "child, children, kid, son, daughter, offspring, boy, girl, stepson, youngest, eldest, "
        "little boy, little girl"
    ),
    "grandchild": (
        "grandchild, grandchildren, grandkid, grandson, granddaughter, niece, nephew, little one, "
        "toddler, baby"
    ),
    "spouse": (
        "husband, wife, hubby, spouse, partner, missus, couple, fiance, better half, ex, other half"
    ),
    "sibling": "brother, sister, sibling, cousin, relative, relation, kin",
    "neighbour": "neighbour, neighbor, next door, neighbourhood, neighborhood",
    "old": (
        "old, elderly, elder, senior, pensioner, oldie, aged, ageing, aging, retired, retiree, "
        "golden age, over sixty, eldest, octogenarian, oaps, oap, geriatric, greybeard, ancient, "
        "silver, third age, over seventy, over eighty, seventy, eighty, ninety, sixty, sixties, "
        "seventies, eighties, nineties, wrinkles, old-timers, old timers, elderlies, grey hair, "
        "gray hair, silver hair"
    ),
    "young": (
        "young, youngster, youth, teenager, teen, adolescent, student, pupil, twenty-something, "
        "minor, youthful, schoolchildren, undergrad, millennial, gen z, juniors, junior, "
        "schoolkid, pre-teen, kids, younger generation, college, uni, freshman, twenties, "
        "thirties, teens, schoolkids, boys, girls, my age, our age, people my age, ppl my age, "
        "kids like me, 16, 17, 19, 21, 22, 23, 24, 26, 27, high school, scouts, young blood, "
        "fresh blood, zoomers, recent graduate"
    ),
    "woman": (
        "woman, women, lady, female, gal, wife, feminine, girls, mothers, housewife, housewives, "
        "womenfolk, widows, matriarch, ladies, feminist, gender"
    ),
    "man": "man, men, gentleman, male, bloke, guy, fellow, chap, lad",
    "people": (
        "people, folk, person, individual, soul, human, head, villager, resident, inhabitant, "
        "citizen"
    ),
    "join": (
        "join, enrol, enroll, enter, sign up, register, registration, enlist, become part, put "
        "name down, get in, membership, admit, admission, subscribe, apply, hop on board, get "
        "involved, put me down, put her down, book in, be part of, take her in, sign on, "
        "inscription, inscribe, affiliate, hop in, jump in, tag along, come aboard, take part, "
        "get into, let in, let me in, brought in, bring her in, bring him in, bring them in, "
        "wants in, want in, wanna be in, welcomed, get on board, get accepted, be accepted, be "
        "included, take me in, start coming, start going"
    ),
    "leave": (
        "leave, quit, exit, withdraw, drop out, resign, step down, pull out, give up, cancel, get "
        "out, stop going, opt out, bow out, leaving, bail, call it quits, pack it in, had enough, "
        "no longer want, step aside, walk away, retire from, ditch, fed up, sick of, tired of, "
        "wants out, want out, dropping out, abandon, depart, departure, farewell, goodbye, "
        "resignation, stop attending, lose interest, lost interest, losing interest, done with, "
        "part ways, stops coming, no longer wish, wash his hands, turn his back, bow out "
        "gracefully"
    ),
    "return": (
        "return, come back, rejoin, again, readmit, change her mind, second chance, welcomed "
        "back, take her back, take him back, let back in, changes her mind, back again, comeback"
    ),
    "expel": (
        "expel, kick out, throw out, exclude, ban, dismiss, oust, remove, sack, fire, get rid, "
        "vote out, chuck out, banish, strike off, blackball, shown the door, boot out, depose, "
        "impeach, dethrone, recall, terminate, excluded, eject, barred, bar, blacklist, "
        "disqualify, disqualified, revoked, shun, expulsion, kicked, get thrown out, show him the "
        "door, pushed out, force out, forced out"
    ),
    "leader": (
        "leader, chair, chairman, chairperson, chairwoman, head, boss, chief, president, in "
        "charge, captain, manager, coordinator, director, helm, top dog, top person, number one, "
        "figurehead, headman, ringleader, runs it, running things, at the helm, principal, "
        "organiser, organizer, steward, superior, spokesperson, ruler, heads up, takes the lead, "
        "in command, lead it, leads it, main person"
    ),
    "board": (
        "board, committee, leadership, management, team, executive, leaders, steering, office "
        "holder, officer, officeholder, the ones in charge, people in charge, those in charge, "
        "top team, bosses, panel, council of leaders, core team, executives, trustees, "
        "directorate, administrators, governing, hierarchy, governance, management team, office "
        "bearer, office bearers, top people, steering committee"
    ),
    "secretary": "secretary, clerk, scribe, note taker, minute taker, admin, typist, administrator",
    "treasurer": (
        "treasurer, cashier, bursar, purse, accountant, bookkeeper, money keeper, finances, "
        "banker, finance person, financial officer, guards the money, handles the money, holds "
        "the money, looks after the money"
    ),
    "elect": (
        "elect, election, vote, ballot, poll, choose, pick, appoint, candidate, nominate, voting, "
        "voter, show of hands, majority, choose leaders, selection, plebiscite, tie, runoff, "
        "ballots, polled, unanimous, quorum, ballot box, appointment, elections, chosen, "
        "designated, delegate, hand-picked, referendum, secret ballot, put forward, stand for, "
        "picked"
    ),
    "term": (
        "term, mandate, tenure, stint, in office, re-elect, reelect, serve, rotation, rotate, in "
        "power, step aside after, years in charge"
    ),
    "member": (
        "member, belong, part of it, participant, membership, insider, ordinary people, rank and "
        "file, regular, belongs, affiliate, enrolled, peers, fellows, attendees, constituents, "
        "those inside, on the books, on the roll, enrollee"
    ),
    "money": (
        "money, cash, dough, bucks, funds, pot, kitty, tin, purse, dong, vnd, capital, finance, "
        "financial, wad, coins, banknote, notes, nest egg, resources, budget, moolah, cents, "
        "millions, million, currency, euro, euros, dollar, dollars, treasure, revenue, coffers, "
        "financially, cash box, piggy bank, liquidity, moneybox, strongbox, riel, peso, rupee"
    ),
    "fee": (
        "fee, dues, contribution, subscription, charge, chip in, pay in, put in, subs, levy, "
        "entrance fee, membership cost, monthly money, entry cost, tithe, toll, ante, dosh, "
        "membership money, annual payment, monthly payment, paying in, regular payment, buy-in, "
        "pay to belong, pay to be, cost to belong"
    ),
    "cost": (
        "cost, price, charge, how much, expensive, cheap, pricey, bill, tariff, rate, expense, "
        "fees, payable, set me back, damage, quote, worth, afford, affordable, price tag, costly, "
        "overpriced, how pricey, how expensive, set you back"
    ),
    "free": (
        "free, gratis, for nothing, no charge, complimentary, without paying, at no cost, free of "
        "charge, no money, costless, on the house, zero cost, freely, without paying a, pro bono, "
        "no fee, no fees, free-of-charge, doesn't cost, for zero, gratuitous"
    ),
    "discount": (
        "discount, rebate, concession, reduction, reduced, cheaper, reduce, percent off, money "
        "off, half price, deduction, knocked off, markdown, cut-price, bargain, subsidised, "
        "subsidized, subsidy, lower price, reductions, knock off, knocks off, cut rate, shaved "
        "off"
    ),
    "exempt": (
        "exempt, waive, excuse, let off, skip paying, spare, exemption, waiver, relieved, "
        "excused, dispense, get out of paying, can't afford, cannot afford, spared, off the hook, "
        "pardon, forgiven, forgive, exempted, waived, lenient, go without paying"
    ),
    "pay": (
        "pay, paid, payment, settle, cough up, fork out, foot the bill, remit, paying, fund, "
        "finance, bankroll, shell out, cover the cost, foot, settle up, pick up the tab, pay up, "
        "billed, charged, payments, foots, hand over money, picks up the bill, who finances"
    ),
    "wage": (
        "wage, salary, remuneration, stipend, allowance, compensated, paid job, earnings, "
        "honorarium, reward, compensate, remunerated, paid work, pay packet, earn anything, get "
        "anything, perks, payroll, paycheck, compensation, remunerate, recompense, get something "
        "for it, money for it, monetary reward"
    ),
    "reimburse": (
        "reimburse, refund, money back, give back, pay back, out of pocket, expenses, repay, "
        "cover, compensation, refunded, repaid, claim back, get back, expense, compensated, "
        "recoup, per diem, reimbursement, covers my costs, get my money back, repaid for"
    ),
    "petrol": (
        "petrol, fuel, gas money, gasoline, travel cost, fare, mileage, bus fare, transport cost, "
        "gas, travel money, travel expenses, transport money, diesel, motorbike costs"
    ),
    "spend": (
        "spend, spent, use up, expenditure, outlay, purchase, buy, bought, blow, use the money, "
        "allocate, allocation, squander, dip into, disburse, splurge, spending, go towards, goes "
        "towards, disbursed, misspent, use of funds, where does the money go, used up, put "
        "towards"
    ),
    "gift": (
        "gift, present, freebie, giveaway, hamper, handout, goodie, parcel, envelope, bonus, "
        "treat, souvenir, prize, goody bag, care package, tribute, token, basket, bouquet, cake, "
        "presents, gifts, wrapped"
    ),
    "donate": (
        "donate, donation, donor, give, gave, sponsor, benefactor, philanthropist, charity, "
        "contribute, patron, giver, grant, generous, donating, bequeath, endow, backer, "
        "well-wisher, gives money, funder, sponsorship, philanthropy, give money, kind soul, "
        "contributor, endowment, philanthropic, charitable, corporate, csr, sponsored, funders, "
        "supporter, bequest, generosity, alms, give something back, wealthy people, contributors, "
        "gave us, money from abroad"
    ),
    "fundraise": (
        "fundraise, fundraising, raise money, raise funds, collect, raffle, jumble sale, "
        "crowdfund, bake sale, whip-round, drum up, solicit, appeal for money, passing the hat, "
        "tombola, rummage sale, money-making, charity rice, begging, funding, auction, gala, "
        "garage sale, bazaar, collection box, mobilise, mobilize, mobilisation, mobilization, "
        "seek funds, find money, find funding, get funding, raising, attract donors, win over "
        "donors, ask companies, approach companies, approach businesses"
    ),
    "loan": (
        "loan, credit, lend, lent, lending, borrow, microcredit, microloan, advance, borrower, "
        "lender, microfinance, seed money for me, finance my, capital for, financing, borrowed, "
        "creditworthy, small sum, start-up money, startup capital, lends, borrows, borrowing, "
        "sums lent, credit line, overdraft, money to start, finance her, finance his, tide over, "
        "tide her over, upfront money, cash advance"
    ),
    "interest": (
        "interest, rate, percent, percentage per month, apr, usury, loan shark, loan sharks, "
        "moneylender, moneylenders"
    ),
    "debt": (
        "debt, owe, owing, arrears, outstanding, overdue, in the red, default, behind, liability, "
        "owed, indebted, unpaid, owed money, in debt, bad debt, can't pay, cannot pay, couldn't "
        "pay, defaulter, bankrupt, bankruptcy, insolvency, creditor, creditors, liabilities, "
        "debtor, debts, non-payment, delinquent, skips payments, doesn't pay, does not pay, won't "
        "pay, hasn't paid, not paying, stopped paying, stops paying, never paid"
    ),
    "repay": (
        "repay, pay back, instalment, installment, give back, settle, pay off, clear, reimburse, "
        "rates, repayment, paying back, return the money, give it back, amortise, weekly rates, "
        "in parts, repayments, reimbursement, pays back, instalments, installments, bring the "
        "money back, gave it back"
    ),
    "late": (
        "late, delay, behind, overdue, miss, postpone, deferral, defer, tardy, due date, belated, "
        "lag, slow, past due, can't keep up, falling behind, struggling to pay, lateness, "
        "delayed, delays, dodge, procrastinate, missed payment, skipped payment, evade, running "
        "late, behind schedule, falls behind, fell behind"
    ),
    "extension": (
        "extension, more time, extend, grace, prolong, postpone, later date, reschedule, defer, "
        "respite, breathing space, leeway, roll over, wait a bit, leniency, indulgence, "
        "forbearance, deferment, rescheduling, reprieve, moratorium, patience, bit longer, little "
        "longer, extra month, extra months, another month, few more weeks, buy time, breather"
    ),
    "collateral": (
        "collateral, security, pledge, guarantee, guarantor, pawn, deposit, mortgage, vouch, "
        "deed, land title, red book, surety, cosign, assets, bail, warranty, deposit something, "
        "land papers, title deed, co-signer, bond, put up, secured, solvency, solvent, vouches, "
        "pledged, guarantees"
    ),
    "seize": (
        "seize, take away, confiscate, repossess, grab, impound, bailiff, strip, appropriate, "
        "distrain, carry off, impounded, confiscation, foreclosure, repossession, lose the house, "
        "lose her house, lose his house, take my house, take her house, take the cow, come for "
        "the"
    ),
    "sue": (
        "sue, court, lawsuit, legal action, prosecute, judge, trial, tribunal, lawyers, take to "
        "court, legal case, litigation, sentence, justice, magistrate, lawsuits, arbitration, "
        "prosecutor, litigate, prosecution, verdict, courts"
    ),
    "bank": (
        "bank, account, agribank, policy bank, social policies, nhcsxh, deposit, savings, "
        "transfer, wire, atm, banker, banking, credit union, passbook, vault, cheque, debit"
    ),
    "savings": "savings, save up, put aside, nest egg, stash",
    "livestock": (
        "livestock, animal, pig, piglet, sow, hog, cow, calf, buffalo, goat, chicken, hen, duck, "
        "poultry, goose, cattle, shrimp, prawn, fish, heifer, pigs, quail, eel, snail, frog, "
        "crab, bee, beehive, breeding, breed, rooster, chicks, duckling, ducklings, fishpond, "
        "fish pond, fish farm, rabbit, rabbits, sheep, turkey, fodder, calves, hens, chickens, "
        "pigsty, coop, herd"
    ),
    "farming": (
        "farm, crop, harvest, rice, field, garden, vegetable, seedling, plough, paddy, orchard, "
        "plant, seed, cassava, pepper, durian, mushroom, plot, dig, sow, plantation, fruit, "
        "cashew, coffee plants, agriculture, agricultural, irrigation, fertiliser, fertilizer, "
        "pesticide, peanut, peanuts, coconut, coconuts, banana, bananas, mango, mangoes, "
        "sugarcane, corn, maize, potato, potatoes, flowers, bamboo, crops, cultivate, "
        "cultivation, peasant, peasants, farmers, vegetables, seedlings, seeds, veg, veggies, "
        "greens, allotment"
    ),
    "business": (
        "business, trade, stall, shop, sell, selling, vendor, sewing, livelihood, earn, income, "
        "living, enterprise, startup, workshop, market, grocery, kiosk, noodle, cart, "
        "hairdresser, barber, tailor, weaving, craft, handicraft, market stall, barrow, street "
        "food, self-employed, wares, merchandise, entrepreneur, entrepreneurship, restaurant, "
        "cafe, bakery, hairdressing, carpentry, carpenter, butcher, seamstress, retail, bread, "
        "laundry, souvenirs, knitting, knit, pottery, incense, trader, merchant, customers, "
        "profits, commerce, making a living, make a living, breadwinner, earner, side hustle, "
        "soup stand, coffee stand, tofu, food stall, snack, snacks, weave, basketry, broom, "
        "brooms, micro-business, own boss, venture, ventures"
    ),
    "bookkeeping": (
        "bookkeeping, accounts, ledger, cash book, accounting, book, notebook, records, balance, "
        "sums, add up, columns, bookkeep, tally book, journal, register, finances, entries, "
        "spreadsheet, excel, account book, money book, ledgers, bookkeeper, spreadsheets, balance "
        "sheet, money in and out, cashflow, cash flow, track of the money, jot, jot down, "
        "logbook, double-entry, paper and pen, keep track, tracks the money, tracking the money, "
        "written down, write down, note down, what comes in, what goes out"
    ),
    "receipt": (
        "receipt, voucher, slip, invoice, bill, docket, proof of payment, chit, stub, paper "
        "trail, till roll, sales slip, proof, written proof, vouchers, receipts, acknowledgement, "
        "counterfoil, evidence of payment, proof of purchase"
    ),
    "audit": (
        "audit, check, inspect, verify, examine, control, count, oversee, auditor, double check, "
        "scrutinise, scrutinize, watchdog, keep an eye, looks over, monitor money, go through the "
        "books, cross-check, supervisory, verified, verification, scrutiny, reconcile, "
        "reconciliation, watch over, watches over, checks and balances, investigate, "
        "investigation, supervising, watchful, double-check, looks at the books, check the cash, "
        "checks the cash, counts the cash, count the cash"
    ),
    "mistake": (
        "mistake, error, wrong, slip, typo, incorrect, misspell, misspelt, mixed up, blunder, "
        "oops, scribble, messed up, false, fault, inaccurate, mess, wrongly, misprint, botched, "
        "misentered, mix-up, muddled, misspelled, inaccuracy, incorrectly, flaw, mistyped, wrong "
        "date, wrong year, wrong name, wrong birthday, got it wrong, spelt wrong, spelled wrong, "
        "typed wrong, errors, confused her with, mixed her up"
    ),
    "correct": (
        "correct, fix, amend, alter, change, edit, put right, rectify, adjust, cross out, rub "
        "out, tipp-ex, white-out, whiteout, erase, correction fluid, revise, modify, redo, cross "
        "it out, overwrite, retype, strike through, reword, update, replace, correction, "
        "corrected, corrections, undo, set straight, sort out, rectified, revision, put it right, "
        "make it right, get it fixed, set the record"
    ),
    "steal": (
        "steal, stole, stolen, theft, thief, rob, robber, burglar, pinch, nick, embezzle, misuse, "
        "pocket, swindle, siphon, ran off with, run away with, helped himself, fiddling, fiddle, "
        "misappropriate, defraud, line his pockets, dipping into, crook, stealing, embezzlement, "
        "fraud, fraudulent, misappropriation, loot, crooked, dishonest, thieves, cheat, cheated, "
        "bribe, bribery, pilfer, skim, skimming, laundering, runs off, run off, disappear with, "
        "disappeared with, took off with, sticky fingers, hand in the till, lining"
    ),
    "missing": (
        "missing, lost, vanish, gone, disappear, short, lack, mislaid, misplace, nowhere to be "
        "found, unaccounted, can't find, cannot find, shortfall, shortage, deficit, too little, "
        "disappeared, loses, evaporated, untraceable, not all there in the box, doesn't add up, "
        "do not add up, don't add up, came up short, comes up short"
    ),
    "differ": (
        "differ, difference, discrepancy, mismatch, don't match, doesn't match, tally, gap, "
        "unlike, distinct, versus, same as"
    ),
    "transparent": (
        "transparent, open, disclose, publish, announce, post, public, read out, tell everyone, "
        "kept in the dark, in the dark, accountable, accountability, hidden, hide, openly, "
        "transparency, openness, display, displayed, noticeboard, notice board, clarity, unclear, "
        "clear about money, show everyone, everyone can see"
    ),
    "see": "see, look at, inspect, view, access, peek, show me, glance",
    "rules": (
        "rules, charter, by-laws, bylaws, statute, regulation, constitution, code, articles, "
        "paragraph, clause, bye-laws, house rules, rulebook, guidelines, agreement, terms, "
        "provision, policy, internal rules, articles of association, standing orders, "
        "legislation, norms, protocol, ordinance, guideline, written rules, do's and don'ts, dos "
        "and donts, terms and conditions, statutes, regulated, handbook, code of conduct, "
        "binding, principles"
    ),
    "template": (
        "template, sample, model, specimen, form, example, pattern, blank, draft, boilerplate, "
        "templates, outline, layout, prototype, ready-made, fill-in, skeleton, fill in the "
        "blanks, copy-paste, master copy, preprinted"
    ),
    "sign": (
        "sign, signature, signatory, thumbprint, fingerprint, autograph, countersign, initial, "
        "undersign, put my name to, x mark, mark with, signing, signed, signatures, sign off, "
        "signs off, signs it, initials, ink"
    ),
    "stamp": "stamp, seal, chop, stamped, seals, insignia, letterhead, red ink",
    "break": (
        "break, violate, breach, disobey, infringe, disregard, ignore, flout, contravene, "
        "misbehave, misbehaviour, misbehavior, disturb, disrupt, unruly, violation, violations, "
        "offence, offense, misconduct, troublemaker, disobedience, transgress, defy, improper, "
        "inappropriate, acts up, acting up, out of line, steps out of line"
    ),
    "fine": (
        "fine, penalty, punish, punishment, sanction, surcharge, penalise, penalize, penalised, "
        "in trouble, fines, fined, reprimand, consequence, consequences, get told off, "
        "discipline, scolded, told off, penalties, punished, repercussion, repercussions, "
        "warning, warnings, sanctions, in hot water, disciplinary, price to pay, get in trouble, "
        "gets in trouble, held against"
    ),
    "dispute": (
        "quarrel, argue, dispute, conflict, row, fight, feud, fall out, tension, bicker, "
        "disagree, clash, squabble, don't get on, don't get along, bad blood, not speaking, "
        "arguing, hostility, enmity, disputes, disagreement, arguments, quarrels, quarrelling, "
        "rivalry, rivals, confrontation, hostile, mediation, mediator, mediate, peacemaker, make "
        "peace, at loggerheads, truce, grudge, hate each other, hates, clashes, feuding, "
        "factions, infighting, friction, animosity, falling out, fallen out, can't stand, bad "
        "terms, sworn enemies, enemies"
    ),
    "shout": (
        "shout, yell, scream, bully, insult, rude, nasty, abusive, mean, harsh, offend, swear, "
        "humiliate, snap at, bossy, bark, berate, belittle, foul-mouthed, aggressive, arrogant, "
        "condescend, loud-mouth, tyrant, dictator, lazy, neglect, incompetent, useless leader, "
        "shouting, shouted, insults, insulted, harass, harassed, harassment, menace, intimidate, "
        "intimidating, humiliated, bullying, disrespect, disrespectful, dominating, autocratic, "
        "throws his weight, talks down, talked down, puts people down"
    ),
    "unfair": (
        "unfair, unjust, biased, rigged, favouritism, favoritism, partial, discriminate, "
        "connections, nepotism, corrupt, injustice, cronyism, favourites, favorites, "
        "preferential, unequal, left out, passed over, overlooked, treated differently, unfairly, "
        "inequality, discriminated, discrimination, prejudice, prejudiced, fairness, equality, "
        "excluded, corruption, impartial, privileges, pets, favoured, favored, old boys, family "
        "members only, his own family, her own family, relatives of the"
    ),
    "complain": (
        "complain, complaint, grievance, object, appeal, protest, report, dissatisfied, unhappy, "
        "raise a concern, dissatisfaction, raise it, speak to someone about, take it up, moan, "
        "gripe, dispute the, contest, complaining, complaints, denounce, whistleblower, "
        "criticise, criticism, criticize, objection, petition, discontent, recourse, ombudsman, "
        "redress, escalate, voice my, speak up, speak out, unhappy with, hear me out, address my"
    ),
    "shame": (
        "shame, ashamed, embarrass, embarrassed, humiliate, look down, laugh at, sneer, mock, "
        "pity, stigma, judged, ridicule, inferior, lose face, losing face, feel small, gossip "
        "about, self-respect, dignity, despise, frown, judge, pride, proud, humiliating, "
        "humiliation, disgrace, shameful, embarrassing, laughing stock, self-esteem, dignified, "
        "prestige, feel bad, feels bad, losing her dignity"
    ),
    "shy": (
        "shy, timid, reserved, introvert, nervous, scared, afraid, bashful, self-conscious, "
        "quiet, timidity, awkward, hesitant, introverted, wallflower, anxious, anxiety, dread, "
        "frightened, uneasy, reluctant, stage fright, confident, confidence, courage, brave, "
        "insecure, withdrawn, recluse, wary, apprehensive, intimidated, speak in public, speak in "
        "front, doesn't dare, daren't, tongue-tied"
    ),
    "lonely": (
        "lonely, alone, isolated, solitude, by herself, by himself, on her own, on his own, "
        "single, widow, widower, no one, company, loneliness, nobody to talk, no friends, "
        "friendless, abandoned, left alone, no family, childless, solo, on my own, companionship, "
        "companion, lonesome, solitary, hermit, unmarried, bachelor, spinster, orphan, divorced, "
        "isolation, deserted, homesick, outcast, empty house, lives alone, living alone, live "
        "alone, no relatives, no children, nobody visits, no one visits, no visitors, stares at "
        "the wall, four walls, talks to no one, talks to nobody, sits at home, sitting at home"
    ),
    "grief": (
        "grief, sad, mourn, grieve, depressed, cry, low, down, bereaved, heartbroken, melancholy, "
        "gloomy, cheer up, mourning, widowed, cries, tears, sorrow, depression, blues, unhappy, "
        "despair, lost his wife, lost her husband, hopeless, sadness, weeping, sobbing, "
        "miserable, misery, tragic, trauma, distress, mourns, gloom, broken heart, psychologist, "
        "emotional, lost her son, lost his son, not coping, mental health"
    ),
    "poor": (
        "poor, needy, broke, destitute, hardship, disadvantaged, poverty, penniless, hard up, "
        "underprivileged, low-income, impoverished, deprived, struggling, near-poor, vulnerable, "
        "skint, low income, no money, poorest, penury, beggar, slum, scrape by, make ends meet, "
        "hard times, downtrodden, have-nots, worst off, have nothing, has nothing, barely, "
        "poorer, homeless, hungry, hunger, starving, unemployed, jobless, barefoot, struggle, "
        "pauper, scavenger, hand to mouth, lottery seller, lottery sellers, welfare household, "
        "marginalised, marginalized, neediest, precarious, don't have a penny, nothing to eat, "
        "not enough to eat, can barely afford"
    ),
    "rich": (
        "rich, wealthy, well-off, well off, comfortable, better-off, affluent, middle class, "
        "prosperous, loaded, money enough, well-to-do, privileged, don't need money, richest, "
        "richer, millionaire, tycoon, fortune, luxury, businessmen, businessman, villa, wealth, "
        "elite, own a car"
    ),
    "ill": (
        "ill, sick, unwell, illness, disease, ailment, poorly, sickness, condition, patient, "
        "suffering, infection, flu, fever, cancer, laid up, health problem, chronic, under the "
        "weather, ailing, hospitalisation, sickly, symptom, symptoms, pneumonia, tuberculosis, "
        "tb, hiv, tumour, tumor, epilepsy, asthma, kidney, liver, lung, dialysis, cough, "
        "coughing, pain, ache, aching, headache, vomiting, contagious, infectious, dengue, covid, "
        "incurable, hepatitis, stomach, insomnia, catch something, not feeling well, feels bad"
    ),
    "frail": (
        "frail, weak, bedridden, feeble, infirm, housebound, paralysed, paralyzed, can't walk, "
        "can't get up, can't leave, immobile, bed-bound, stuck in bed, stuck at home, confined, "
        "can't stand, cannot walk, can't move, weakened, decrepit, shaky, needs care, helpless, "
        "cannot get up, bedbound, bed-ridden, fragile, weaker, weakest, unsteady, exhausted, "
        "incontinent, invalid, incapacitated, coma, hardly walk, barely walk, can barely, hardly "
        "move, barely move, cannot move, can't get out, cannot get out, never gets out, doesn't "
        "leave the house, can't wash, can't dress, flat on her back, needs somebody"
    ),
    "disabled": (
        "disabled, disability, handicapped, wheelchair, crutch, walker, stick, impairment, cane, "
        "rollator, zimmer, mobility, paralysed, amputee, one leg, limping, limp badly, handicap, "
        "special needs, crippled, prosthesis, disabilities, prosthetic, impairments, lame, "
        "disable"
    ),
    "deaf": (
        "deaf, hard of hearing, hearing, can't hear, hearing aid, can hardly hear, deafness, "
        "mute, sign language, ear, ears, hears nothing, hears badly"
    ),
    "blind": (
        "blind, sight, eyesight, can't see, glasses, vision, see badly, cataract, partially "
        "sighted, nearly blind, low vision, poor eyes, eyes, spectacles, lens, magnifier, "
        "magnifying, glaucoma, poor vision, short-sighted, sees nothing, sees badly, eye, "
        "optician"
    ),
    "dementia": (
        "dementia, alzheimer, confused, forgetful, memory, forget, senile, confusion, forgets, "
        "losing her mind, losing his mind, muddled, not all there, disoriented, doesn't "
        "recognise, doesn't recognize, mental, mentally, loses track, absent-minded, doesn't "
        "remember, wander, wandering, wanders, cognitive, brain, asks the same, repeats herself, "
        "repeats himself, gets lost, got lost, gone soft, memories"
    ),
    "stroke": (
        "stroke, droop, crooked, one side, slur, face dropped, mouth went, limp, numb, mumble, "
        "paralysis, slurred, drooping, drooling, lopsided, half her face, half his face, one arm, "
        "arm won't"
    ),
    "heart": (
        "heart, chest, pulse, cardiac, palpitation, heart attack, cardiovascular, angina, "
        "heartbeat, clutching"
    ),
    "breathe": (
        "breathe, breathing, breath, gasp, wheeze, suffocate, breathless, short of breath, "
        "oxygen, turning blue, gone blue, lips blue, air"
    ),
    "faint": (
        "faint, pass out, black out, unconscious, collapse, dizzy, giddy, lightheaded, keel over, "
        "woozy, swoon, conk out, passed out, fainted, collapsed, unresponsive, wobbly, "
        "light-headed, came over queer, seizure, fit, dizziness, collapsing, convulsion, "
        "convulsions, epileptic, out cold, won't wake, not waking, doesn't wake, blacked, lying "
        "there, not moving, doesn't respond, not responding"
    ),
    "fall": (
        "fall, fell, slip, trip, tumble, drop, stumble, fallen, took a tumble, falls, slipped, "
        "tumbled, on the floor, tripped, fell down, slippery, toppled, knocked over, staircase, "
        "fell over, fell off, crashed down"
    ),
    "injury": (
        "injury, hurt, broken, wound, bleed, sprain, fracture, hip, bone, bruise, twisted, cut, "
        "blood, bleeding, gash, swollen, ankle, wrist, head, knock, bashed, burned, injured, "
        "injuries, wounded, bandage, stitches, dislocated, accident, crash, run over, scald, "
        "scalded, nosebleed, motorbike accident"
    ),
    "choke": (
        "choke, swallow, stuck in throat, poison, wrong pill, overdose, choking, poisoned, "
        "poisoning, snake, snakebite, bitten, stung, electrocuted, electric shock, drowning, "
        "drowned, drown, fishbone, went down the wrong way"
    ),
    "fire": (
        "fire, flame, smoke, burn, blaze, burnt, gas leak, burning, alight, ablaze, burned down, "
        "burnt down, explosion, gas, firefighter, firemen, fireman, fire brigade, extinguisher, "
        "on fire"
    ),
    "storm": (
        "storm, typhoon, gale, hurricane, cyclone, wind, gust, tempest, squall, flood, flooding, "
        "disaster, inundate, deluge, flooded, landslide, tornado, high water, rising water, blown "
        "off, blew off, natural disaster, monsoon, lightning, thunderstorm, storms, earthquake, "
        "drought, typhoons, floods, evacuate, evacuation, disaster relief, washed away, swept "
        "away, under water"
    ),
    "rain": "rain, pour, wet, downpour, drizzle, shower, rainfall, rains, rainy, raining",
    "heat": (
        "heat, hot, boiling, warm, scorching, sweltering, degrees, heatwave, heat wave, "
        "sunstroke, sun"
    ),
    "cold": "cold, chilly, freezing, cool, draughty, drafty",
    "police": (
        "police, cop, policeman, officer, constable, sheriff, law enforcement, cops, officers, "
        "authorities, uniform, ca, cong an, detective, arrest, arrested, detectives, crime, "
        "criminals"
    ),
    "ambulance": (
        "ambulance, paramedic, medic, emergency, 115, 999, 911, 112, 113, 114, urgent, rescue, "
        "ambulances, first aid, cpr, siren, emergencies, which number, what number"
    ),
    "violence": (
        "beat, hit, slap, punch, abuse, violent, violence, mistreat, assault, threaten, kick, "
        "ill-treat, maltreat, batter, harm, domestic, beaten, beats, hits, hurting, bruises, "
        "cruelty, cruel, neglected, locked up, starve, molest, torment, elder abuse, abused, "
        "abusing, attack, attacked, beating, slapped, threatens, threatened, threats, domestic "
        "violence, maltreatment, mistreated, locks her in, raises his hand, black eye"
    ),
    "suicide": (
        "suicide, kill herself, kill himself, kill myself, end it, want to die, wants to die, "
        "don't want to live, suicidal, self-harm, no reason to live, end her life, end his life, "
        "end my life"
    ),
    "doctor": (
        "doctor, physician, medic, gp, nurse, clinic, surgeon, health station, tram y te, health "
        "post, infirmary, health centre, health center, medical staff, health worker, doctors, "
        "practitioner, medics, specialist, health people, healthcare, midwife, dentist, "
        "psychiatrist, therapist, specialists, pharmacist, medical officer"
    ),
    "hospital": (
        "hospital, hospitalised, hospitalized, ward, clinic, operation, surgery, inpatient, "
        "admitted, ward bed, in-patient, operated, casualty, er, a&e, intensive care, icu, "
        "emergency room, discharged, discharge"
    ),
    "checkup": (
        "check-up, checkup, check up, medical, screening, examination, examine, exam, physical, "
        "health check, test, look-over, health exam, examined, medical exam, checked, "
        "consultation, check over, doctor's day, see a doctor, diagnosis, x-ray, ultrasound, "
        "blood sample, blood test, check-ups, checkups, diagnose, diagnosed, scan, scans, ecg, "
        "blood work, measurement, measurements, health screening, take her pulse"
    ),
    "bloodpressure": (
        "blood pressure, pressure, bp, hypertension, hypertensive, reading, systolic, cuff, 180, "
        "170, 160, high pressure, low pressure, tension, hypertonic, bp meter, cuff reading, "
        "measured, sphygmomanometer, readings, upper number, lower number, arm cuff, high bp"
    ),
    "weigh": "weigh, weight, scales, kilo, bmi, overweight, obese, kilos, height, fat, skinny",
    "fasting": (
        "fasting, breakfast, empty stomach, eat before, coffee, fast, without food, nil by mouth, "
        "skip breakfast, have eaten, drink water, sober stomach"
    ),
    "medicine": (
        "medicine, pill, tablet, drug, medication, injection, jab, insulin, dose, prescription, "
        "shot, meds, pharmacy, chemist, remedy, cure, herbal, herbs, supplements, vitamins, "
        "capsules, antibiotics, painkiller, tonic, potion, medicines, tablets, aspirin, "
        "paracetamol, vaccine, vaccination, vaccines, inject, antibiotic, dosage, ointment, drip, "
        "treatment"
    ),
    "sugar": "sugar, diabetes, diabetic, glucose",
    "insurance": (
        "insurance, insured, bhyt, health cover, coverage, cover, health card, medical cover, "
        "premium, policyholder, co-pay, copay, reimbursed by, uninsured, insurer, hospital bills, "
        "hospital bill, medical bills, medical bill, medical costs, healthcare costs, treatment "
        "costs, cover the treatment, pay for treatment, pay for the hospital"
    ),
    "card": (
        "card, id, identity, cccd, cmnd, passport, licence, license, vneid, vssid, plastic, "
        "photocopy of id, identification, id card, identity card, photo id, papers of identity, "
        "citizen card, proof of age, proof of identity, badge, booklet, birth certificate, prove "
        "her age, prove his age, prove my age, show my age, plastic card"
    ),
    "expired": (
        "expire, expired, out of date, run out, renew, renewal, lapse, replacement, valid, "
        "validity, in force, void, expires, expiry, lapsed, outdated, no longer valid, ran out, "
        "past its date"
    ),
    "pension": (
        "pension, old age money, social pension, monthly money, retirement, benefit, social "
        "benefit, over 75, no income, superannuation, state money, state pension, government "
        "money, monthly sum, old-age, no pension, gets from the state, handed out monthly, over "
        "75s, seventy-five, 75, pensions, payout, monthly cash, welfare, old-age money, dole, "
        "cash from the state, money from the state"
    ),
    "allowance": (
        "allowance, benefit, welfare, entitlement, subsidy, support, grant, aid, assistance, "
        "dole, payout, handouts, government help, state help, state support, social assistance, "
        "aid money"
    ),
    "entitled": (
        "entitled, eligible, qualify, right, claim, deserve, due, entitlement, qualifies, "
        "eligibility, have a right, has a right, owed to her, her due, can claim, covered, "
        "entitlements, deserves"
    ),
    "rights": (
        "rights, law, legal, legally, lawful, legislation, jurisdiction, legal rights, human "
        "rights, dignified, by law, laws, legality, freedoms, legal aid, advocacy, defend, "
        "defended, protection, protected, exploited, evicted, eviction, stand up for, entitled by "
        "law"
    ),
    "lawyer": (
        "lawyer, attorney, solicitor, legal aid, legal advice, barrister, counsel, jurist, legal "
        "help, legal counsel, notary"
    ),
    "inherit": (
        "inherit, will, heir, estate, legacy, inheritance, heirs, inherited, disinherit, "
        "testament, last will"
    ),
    "property": (
        "house, land, property, plot, estate, red book, her house, farmland, inheritance, sell "
        "the land, sign over, title, house deed, ownership, homestead, landlord, real estate, "
        "deeds, land dispute"
    ),
    "funeral": (
        "funeral, burial, bury, coffin, wreath, cremate, condolence, wake, mourning, interment, "
        "grave, graveyard, mourners, obsequies, last respects, pay respects, hearse, undertaker, "
        "ashes, buried, cremation, tomb, cemetery, obituary, funerals, condolences, laid to rest"
    ),
    "die": (
        "die, died, dead, death, pass away, passed away, deceased, late, gone, departed, lost, "
        "dying, no longer with us, lost my, lost her, fatal, demise, passed, isn't alive, not "
        "alive, dies, perish, killed, gone for good, passes, last breath"
    ),
    "longevity": (
        "longevity, birthday, turning 70, turn 80, ninety, hundred, centenarian, century, honour, "
        "honor, celebrate age, 90th, 80th, milestone, jubilee, turns 70, turns 75, turns 80, "
        "turns 90, turns 100, turning 100, octogenarian, 85th, 75th, 70th, 100th, aged 90, round "
        "birthday, very old, hundredth, ninetieth, eightieth, seventieth, turning 80, turning 90, "
        "reaches 100, hits 90, great age, ripe old age, oldest villager"
    ),
    "tet": "tet, lunar new year, new year, holiday, spring festival",
    "visit": (
        "visit, drop by, look in, pop in, call on, come round, come over, stop by, drop in, check "
        "on, see her, pop into, swing by, visitor, drop round, see him, call in, pay a visit, "
        "keep her company, visiting, someone round, swing round, house call, looks in, look in "
        "on, pop round, pop by, house calls, checks on, check in on, checks in on, comes round, "
        "visitors"
    ),
    "care": (
        "care, carer, caregiver, caregiving, caretaker, look after, nurse, tend, helper, home "
        "help, nursing, home care, caring, care for, looked after, minder, assistant, sitter, "
        "respite, nurse her, take care, watch over, attend to, domiciliary, carers, aide, "
        "attendant, nursing home, old folks home, care home, assisted living, tended, tend to, "
        "cared, caregivers"
    ),
    "wash": (
        "wash, bathe, bath, clean, shower, hygiene, hair, cut nails, feed, dress, toileting, "
        "diaper, nappies, laundry, shave, groom, massage, housework, tidy, household, bathing, "
        "nappy, nails, bedpan, sponge, hair washed"
    ),
    "cook": (
        "cook, meal, lunch, food, feed, eat, dinner, snack, catering, feast, banquet, tea, cake, "
        "cooking, buffet, refreshments, drinks, nibble, hungry, soup, dish, porridge, feeding, "
        "groceries, kitchen, meals on wheels, hot meal, hot meals, spoon-feed"
    ),
    "volunteer": (
        "volunteer, helper, help out, voluntary, voluntarily, unpaid, lend a hand, volunteering, "
        "pitch in, do my bit, give my time, offer my time, spare time, unpaid work, do good, make "
        "myself useful, useful, helpers, volunteers, assist them, good samaritan, sign up to "
        "help, recruits, helping hands, give some time"
    ),
    "train": (
        "train, training, course, class, lesson, workshop, instruction, learn, schooling, teach, "
        "taught, seminar, study, syllabus, curriculum, coach, tutorial, educate, upskill, "
        "clueless, skills, know-how, practise, practice, knowledge, teacher, instructor, trainer, "
        "trained, refresher, retrain, beginner, learner, crash course, no experience, "
        "inexperienced, untrained, mentor us, trainers, lessons, orientation, induction, "
        "onboarding, capacity building, qualified, modules, prepped, brush up, learn the ropes, "
        "shown the ropes"
    ),
    "certificate": (
        "certificate, diploma, proof, confirmation, certify, credential, qualification, degree, "
        "hours, attest, attestation, certified, reference, recommendation, letter of proof, "
        "testimonial, credits, recognised hours, confirm my, on my cv, accreditation, "
        "qualifications"
    ),
    "exam": "exam, test, assessment, quiz, exams, tested, graded at the end",
    "lecture": (
        "lecture, talk, speaker, presentation, speak, speech, lecturer, session on, expert, "
        "talks, guest speaker, information session, seminar, awareness, explain about, health "
        "education, informative, discuss, awareness session, speakers, educational session, "
        "expert comes"
    ),
    "topic": (
        "topic, subject, theme, matter, issue, subjects, themes, content, issues covered, talk "
        "about what"
    ),
    "salesman": (
        "salesman, sales, firm, company, product, milk powder, supplement, sell, pitch, vendor, "
        "promo, mattress, salespeople, salesperson, advertisers, commercial, product demo, "
        "peddle, peddler, hawker, vendor of, samples of, sells, salesmen, pedlar, advertising, "
        "sales pitch, marketing, miracle cure, snake oil, products, pitching, flogging, flog"
    ),
    "meeting": (
        "meeting, gathering, session, get-together, get together, gather, assembly, meet, met, "
        "meetup, come together, convene, assemble, reunion, meetings, gatherings, sessions, gets "
        "together, sit together, sits together, come along, the do, assembled, event, "
        "get-togethers, rendezvous, meet up, congregate"
    ),
    "often": (
        "often, frequency, frequent, regular, times a year, weekly, monthly, daily, quarterly, "
        "yearly, annually, annual, how many times, fortnightly, every week, every month, how "
        "regularly, once a, twice a, per month, per year, each month, how frequently, rhythm, "
        "interval, frequently, regularly, how frequent, periodically, intervals"
    ),
    "duration": (
        "how long, duration, last, length, hours, minutes, lengthy, long does, time does it take, "
        "how much time, take long, take ages, runs for, finish, end time, over by, lasts, hours "
        "long, take up, takes up, drag on"
    ),
    "when": (
        "when, date, day, time, hour, weekday, o'clock, deadline, schedule, timetable, due, which "
        "day, what day, what time, at what time, which month, by when, how soon, calendar, dates"
    ),
    "where": (
        "where, place, venue, location, site, spot, premises, address, whereabouts, which place, "
        "what place, located, held, where exactly"
    ),
    "hall": (
        "hall, room, culture house, building, space, house, yard, pagoda, temple, church, school, "
        "nha van hoa, community centre, community center, communal house, classroom, hall space, "
        "indoors, auditorium, villa, courtyard, town hall, parish hall, premises, garage, shed, "
        "tent, front yard, front room, living room, backyard, rooftop, veranda, verandah, porch, "
        "terrace, outdoors, under a tree, pavilion, canteen, somebody's house, someone's house, "
        "private house"
    ),
    "chair_seat": "chair, seat, bench, table, furniture, stool",
    "steps": (
        "stairs, step, ramp, wheelchair access, accessible, entrance, doorway, threshold, access, "
        "staircase, slope, handrail, rail, step-free, get in with, get inside, entry, wheel in, "
        "barrier-free"
    ),
    "toilet": "toilet, loo, bathroom, wc, restroom, washroom, lavatory, john",
    "electricity": (
        "electricity, power, electric, lights, current, blackout, outage, wiring, wires, cable"
    ),
    "far": (
        "far, distance, distant, remote, away, kilometre, kilometer, miles, transport, lift, "
        "ride, walk there"
    ),
    "absent": (
        "absent, absence, miss, skip, not come, can't come, couldn't make it, not attend, stay "
        "away, no-show, not turn up, away, unable to come, miss it, missed, skipping, skipped, "
        "didn't go, doesn't go, not be there, won't be there, won't come, stayed away, drop a "
        "session, can't attend, cannot attend, unable, couldn't go, couldn't come, absences, "
        "skips, no show, not show up, doesn't show, didn't show, stays away, never shows, never "
        "turns up, stopped coming, stays home, missed two, missed three, didn't come, can't make "
        "it"
    ),
    "attend": (
        "attend, attendance, turn up, show up, come, present, go along, participate, take part, "
        "attending, go every time, every session, come each time, show my face, regularly come, "
        "turnout, roll call, participation, come along"
    ),
    "minutes": (
        "minutes, record, notes, write down, protocol, logbook, transcript, meeting notes, "
        "written record, taken down, record of the meeting, who writes, write-up of the"
    ),
    "agenda": (
        "agenda, programme, program, schedule, running order, order of events, what happens, plan "
        "of the day, run-through, itinerary, sequence, what goes on, what do they do there, goes "
        "on there, content of, order of the day, items, flow, activities, order of business, "
        "schedule of the meeting, what happens at, goes on at, takes place at, structure of the "
        "meeting"
    ),
    "ceremony": (
        "ceremony, opening, launch, inauguration, big day, opening day, kick-off, kickoff, debut, "
        "grand opening, unveiling, inaugurate, festivities, party, official start, ribbon, "
        "celebration, launching, opening event, opening party, premiere, inaugural, ribbon "
        "cutting, festive, banquet, dignitaries, vip, vips, public opening, first day, master of "
        "ceremonies, emcee, speeches"
    ),
    "invite": (
        "invite, invitation, guest, guest list, vip, invitee, guests, guest of honour, "
        "dignitaries, bigwigs, big shots, officials to come, invitations, ask along, invitees, "
        "rsvp"
    ),
    "song": (
        "song, sing, music, karaoke, tune, choir, singer, melody, perform, dance, dancing, band, "
        "hum, concert, performance, poem, show, theatre, theater, guitar, drum, instrument, folk "
        "song, opera, choirs, troupe, ensemble, stage, act, recital, play music, musician, sings, "
        "sings well, artistic, art, arts, songs, musical, instruments, dancer, drama, poems, "
        "poetry, recite, folk songs, costume, costumes, rehearse, rehearsal, drums, flute, "
        "ballad, skit, tunes, ukulele, orchestra, artist"
    ),
    "game": (
        "game, play, chess, bingo, lotto, cards, contest, competition, puzzle, tournament, quiz, "
        "riddles, board game, pastime, ball, dominoes, mahjong, tombola, games, draughts, "
        "checkers, puzzles, board games"
    ),
    "gamble": (
        "gamble, gambling, bet, stakes, wager, casino, poker, for money, playing for money, small "
        "stakes, tien len, betting, lo to, poker for cash"
    ),
    "trip": (
        "trip, outing, excursion, travel, tour, sightseeing, journey, day out, coach trip, "
        "getaway, go away together, holiday, vacation, bus tour, pilgrimage, picnic, weekend "
        "away, seaside, excursions, trips, outings, beach, bus trip, travel together"
    ),
    "exercise": (
        "exercise, workout, gym, sport, gymnastics, stretch, tai chi, yoga, work out, fitness, "
        "keep fit, aerobics, move, movement, jog, walk, badminton, physical, workouts, qigong, "
        "duong sinh, morning gym, gymnast, physical activity, limber, sporty, swim, swimming, "
        "run, train body, activity, strengthening, physio, physiotherapy, stretches, sports, "
        "stretching, jogging, volleyball, football, tennis, ping pong, pickleball, cycling, "
        "bicycle, stay fit, muscles, muscle, warm up, hike, meditation, rehabilitation, stamina, "
        "strength, moves, movements, stiff, get moving, keep moving, supple, steps a day"
    ),
    "knee": (
        "knee, joint, arthritis, hip, back pain, sore, joints, hips, shoulder, spine, rheumatism, "
        "bad back, backache, osteoporosis, knees, legs, sore back"
    ),
    "clothes": (
        "clothes, dress, uniform, outfit, costume, t-shirt, shirt, wear, rags, patched, attire, "
        "garment, shoes, sandals, slippers, trousers, hat, ao dai, dressed, sneakers, trainers"
    ),
    "photo": (
        "photo, picture, pic, selfie, film, video, camera, snap, image, footage, facebook, fb, "
        "post online, instagram, tiktok, youtube, faces, photograph, photos, pics, filming, "
        "recorded, livestream, upload, zalo group, on facebook, page, social media, post, posted, "
        "photography, photographer, cameras, snapshot, portrait, likeness, newsletter, website, "
        "publish pictures, face in, broadcast online, put online, share online, photographing, "
        "snapped, shoot, recording of"
    ),
    "press": (
        "newspaper, journalist, reporter, press, tv, media, television, interview, newspapers, "
        "papers article, magazine, radio, news, article about us, journalists, reporters, "
        "headline, editor, press release, documentary, film crew, news crew"
    ),
    "leaflet": (
        "leaflet, flyer, flier, brochure, pamphlet, poster, handout, print, sheet, flyers, "
        "printed, something printed, hand out, posters, infographic, pamphlets, leaflets, "
        "brochures, handouts, banner, banners, sticker, stickers, signboard, slogan, billboard"
    ),
    "loudspeaker": (
        "loudspeaker, speaker, microphone, pa system, broadcast, tannoy, announcement, megaphone, "
        "public address, announcer, broadcasts"
    ),
    "advertise": (
        "advertise, publicity, promote, spread the word, known, announce, campaign, advertising, "
        "publicise, publicize, marketing, awareness, word of mouth, hear of, make known, nobody "
        "knows, get noticed, draw people, attract, recruit, outreach, visibility, get people to "
        "come, bring in people, pr, publicising, promotion, get the word out, reach people, known "
        "about, hear about it, hears of it, win people"
    ),
    "rumour": (
        "rumour, rumor, gossip, whisper, slander, say bad, badmouth, suspicious, suspect, accuse, "
        "accusation, mistrust, distrust, doubters, sceptic, skeptic, sceptical, people say, folks "
        "say, they say we, talk behind, rumours, rumors, hearsay, misinformation, fake news, "
        "gossips, backbite, propaganda, conspiracy, myth, bad-mouth, bad-mouthing, nasty things, "
        "false story"
    ),
    "pyramid": (
        "pyramid, mlm, ponzi, multi-level, racket, scheme, con, hoax, cult, sect, recruitment "
        "fee, network marketing, get rich, shady, suspicious business, sect-like, brainwash, "
        "legit, legitimate, genuine, recruit friends, downline"
    ),
    "scam": (
        "scam, fraud, cheat, trick, con, conman, crook, swindler, fake, phishing, hoax, dodgy, "
        "deceive, fraudster, scammer, conned, duped, bogus, impostor, tricked, cheated, scams, "
        "fraudulent, deceit, ripped off, rip-off, fooled, taken in, impersonate, pretend, "
        "pretending, catfish, romance, scammers, fraudsters, con man, trickster, impersonating, "
        "pretends, shady, fishy, too good to be true, phoney, phony, hacked, hacker, hackers, "
        "blackmail, ransom, extort, extortion, deepfake, lured, legit, legitimate, claims to be, "
        "claiming to be, says he's from, says she's from, poses as, posing as, fell for it, real "
        "or fake, smells fishy, trap"
    ),
    "otp": (
        "otp, code, password, pin, one-time, passcode, six digits, pincode, security code, "
        "verification, verification code, passcodes, sms code, passwords, login, credentials, "
        "secret number"
    ),
    "link": (
        "link, url, website, app, qr, web address, install, download, click, tap, links, button "
        "in the message, weird message, apk, appstore, open a page, webpage, address in a "
        "message, clicked, clicking, qr code, attachment, weird link, tapped on"
    ),
    "transfer": (
        "transfer, wire, send money, remit, remittance, move the money, sent money, send the "
        "money, wired, sent cash, payment to, money order, western union"
    ),
    "prize": (
        "prize, lottery, won, winner, win, jackpot, award, lucky draw, reward, bingo win, gift "
        "voucher, inherit from a prince, returns, high profit, double my money, investment, "
        "invest"
    ),
    "stranger": "stranger, unknown, someone at the door, doorstep, doorbell",
    "call": (
        "call, phone, ring, rang, telephone, dial, caller, hotline, number, phones, phoned, "
        "called, calling, video call, on the line, rings"
    ),
    "message": (
        "message, sms, text, notification, notice, reminder, ping, alert, remind, texting, nag, "
        "nudge, messages, notifications, alerts, reminders, remind me, spam, buzzing, popups, "
        "e-mail, email, mail, announcements"
    ),
    "stop": (
        "stop, mute, silence, unsubscribe, turn off, switch off, shut up, no more, block, "
        "stopping, end it, quiet, silent mode, cease, fewer, less messages, too many, leave me "
        "alone, pause, annoying, bothering, bothers, pestering, pester, opt out, silence it, "
        "leave her alone, stops pinging"
    ),
    "phone": "phone, mobile, smartphone, cell, handset, nokia, device, tablet, landline, cellphone",
    "robot": (
        "robot, bot, machine, ai, chatbot, computer, program, automated, artificial intelligence, "
        "human, real person, software, automatic, algorithm, app, machine or, gpt, digital "
        "assistant, who am i talking, who are you, talking to, actual person, operator, someone "
        "real, flesh and blood"
    ),
    "data": (
        "data, info, information, details, personal, privacy, record, private, what you know "
        "about, records on, file on, stored, profile, registered details, on file, log, logs, "
        "database, gdpr, personal information, leaked, leak, surveillance, identity, identities, "
        "what you've got on, info about me, hold about me, holds about"
    ),
    "delete": (
        "delete, erase, wipe, remove, forget me, scrub, clear, purge, deleted, removed, take off, "
        "take me off, take her off, destroy, unregister, deregister, expunge, deletion, removal, "
        "erasing, be forgotten, right to be forgotten, get rid of my, clear my"
    ),
    "store": (
        "store, keep, kept, save, retain, archive, hold on to, hold, stores, hang on to, "
        "remember, saved, recorded, filed, retention, server, servers, cloud, backup, storage, "
        "how long do you keep, lying around"
    ),
    "consent": (
        "consent, agree, permission, approval, allow, accept, say yes, tick, consents, her yes, "
        "okay it, authorisation, authorization, say-so, approve, willing, opt in, permit me, "
        "consented, waiver, release form, her okay, his okay, her agreement, say it's ok, needs "
        "to say, got to say, ask first, ask her first, ask them first, are we allowed to, without "
        "asking"
    ),
    "confidential": (
        "confidential, secret, private, discreet, anonymous, between us, hush, discretion, "
        "confidentiality, in confidence, stay between, nobody finds out, tell anyone, find out, "
        "repeat it, privately, anonymity, anonymously, secrecy, secrets, hush-hush, nobody else, "
        "tell no one, keep it quiet, without anyone knowing, without my name"
    ),
    "guardian": (
        "guardian, power of attorney, legal representative, on behalf, in her name, in his name, "
        "proxy, legal guardian, for somebody else, for someone else, for my mother, on his "
        "behalf, on their behalf, speak for her, answer for, custody, caretaker, next of kin, "
        "incapacity, acting for, sign for her, sign for him, legally responsible, speaks for"
    ),
    "found": (
        "found, establish, set up, start, create, launch, begin, open, initiate, get going, form, "
        "kick off, get off the ground, new one, setting up, founding, founder, establishing, "
        "setting one up, get one going, get one started, from scratch, build up, bring to life, "
        "open one, start one, set one up, new group, initiative, launch one, pioneer, founders, "
        "foundation, creating, creation, establishment, spearhead, inception, kickstart, spring "
        "up, get rolling, things rolling, get things moving, off the ground, get the ball "
        "rolling, ball rolling, bring into being, get this started, we want one, build one, first "
        "move, in our village too, our own club"
    ),
    "condition": (
        "condition, requirement, prerequisite, criterion, criteria, must have, needed, require, "
        "necessary, preconditions, conditions, requirements, qualify as, need to have, necessary "
        "for, what it takes, minimum standard, prerequisites, precondition, benchmark, "
        "feasibility, feasible, boxes to tick, tick boxes, what must be in place, in place"
    ),
    "step": (
        "step, stage, phase, procedure, process, route, roadmap, path, way, how to, sequence, "
        "order, next step, next move, steps, proceed, go about, how do we go about, flowchart, "
        "milestones, start to finish, a to z, first thing, what now, what next, checklist, "
        "timeline, instructions, walkthrough, plan of action, phases, where do we begin, where do "
        "we start, where to start, where to begin, what order, which order, first second third"
    ),
    "paper": (
        "paper, document, paperwork, file, folder, dossier, form, documentation, bundle, papers, "
        "bits of paper, official papers, written application, application form, annex, enclosure, "
        "attachment, documents, certificate of, forms, attachments, letter, letters, copies, "
        "photocopy, photocopies, what to attach, attach, sheets of paper, written request, "
        "packet, red tape"
    ),
    "submit": (
        "submit, hand in, lodge, deliver, file, drop off, turn in, present, send in, handing in, "
        "take it to, bring it to, put in, filed, submission, sent in, handed in, lodge it, "
        "deposit it, submitting, submitted, send it to, mail it, counter, one-stop, desk, "
        "reception, which office, which desk, which window, where does it go, where do the papers "
        "go"
    ),
    "approve": (
        "approve, decision, recognise, recognize, official, license, authorise, authorize, green "
        "light, accept, confirm, sanction, go-ahead, green-light, rubber stamp, rubber-stamp, "
        "recognition, recognised, approval, approved, official yes, licence, permit, ok from, "
        "blessing, nod, endorsement, approving, ratify, ratified, formally, officially, legalise, "
        "decision letter, signed decision, approves, thumbs up, gets the nod, seal of approval, "
        "sign-off, given the go"
    ),
    "refuse": (
        "refuse, reject, deny, turn down, decline, say no, refusal, denied, rejected, refused, "
        "knocked back, said no, knock-back, veto, turned us down, disapprove, thumbs down, "
        "unwilling, oppose, rejection, rejects, refuses, denial, disapproval, obstruct, obstacle, "
        "obstacles, blocked by, won't sign, refuse to sign, sends us away, sent away"
    ),
    "silence": (
        "no answer, no reply, silent, no response, no word, heard nothing, silence, waiting, "
        "still nothing, ghosted, no news, no feedback, haven't heard, hasn't answered, not "
        "answered, never answered, dragging, stuck, pending, limbo, take so long, still waiting, "
        "without answer, been weeks, weeks now, months now, still no, in a drawer, gathering dust"
    ),
    "authority": (
        "authority, authorities, commune, ward, official, government, council, people's "
        "committee, ubnd, xa, phuong, administration, state, officials, municipality, town hall, "
        "local government, local authority, public office, civil servants, clerks, mayor, "
        "governor, bureau, office, offices, policy makers, cadres, cadre, bureaucrat, "
        "bureaucrats, bureaucracy, councillor, councillors, public servants, higher-ups, "
        "politician, politicians, people in power, powers that be, state body, party, department"
    ),
    "district": (
        "district, huyen, county, districts, middle level, intermediate, tier, tiers, levels of"
    ),
    "merge": (
        "merge, merger, amalgamate, combined, unite, swallow, rename, merged, reorganised, "
        "reorganisation, reform, restructuring, new name, renamed, redrawn, two-tier, two tier, "
        "administrative, merging, mergers, abolished, abolish, scrapped, dissolved, disbanded, "
        "consolidated, borders, boundary, boundaries, no longer exists, doesn't exist, does not "
        "exist, used to be, new map, ceased to exist, joined up with, swallowed"
    ),
    "province": "province, city, ba ria, vung tau, br-vt, brvt, hcmc, saigon, ho chi minh",
    "hamlet": (
        "hamlet, village, quarter, ap, khu pho, neighbourhood, area, street, thon, community, our "
        "way, around here, round here, locality, residential, block, flats, high-rise, apartment, "
        "neighbourhoods, our street, rural, countryside, parish"
    ),
    "association": (
        "association, hoi, union, front, organisation, organization, body, bodies, agency, "
        "institution, ngo, associations, organisations, stakeholders, stakeholder, partner, "
        "partners, womens union, youth union, red cross, helpage, farmers union, veterans, unions"
    ),
    "national": (
        "national, nationwide, countrywide, country, whole country, vietnam, prime minister, "
        "hanoi, government programme, state programme, central, ministry, policy, scheme, "
        "decision, decree, resolution, strategy, whole of vietnam, across vietnam, all over the "
        "country, nationally, government's plan, state plan, national plan, by 2035, 2035, "
        "country-wide, across the country"
    ),
    "target": (
        "target, goal, aim, objective, quota, planned, purpose, targets, aims, goals, ambition, "
        "intended, supposed to reach, kpi, indicator, benchmark, plan to reach, aiming, "
        "envisaged, deliverables, projected, vision, numbers planned, how many are planned, hoped "
        "for, want to reach, wants to reach"
    ),
    "share": (
        "share, proportion, portion, percentage, ratio, mix, percent, fraction, composition, "
        "slice, split, shares, part of them, how big a part, balance, make-up, makeup, quota of, "
        "composition of, half of them, majority of, breakdown, percentages, fractions, "
        "proportions, how many of them, third of, quarter of, dominated by, two thirds, balance "
        "between"
    ),
    "number": (
        "number, how many, amount, quantity, count, headcount, total, figure, statistics, "
        "numbers, size, how large, how big, quantity of, figure for, enough people, persons"
    ),
    "minimum": "minimum, at least, too few, enough, sufficient, only, not enough, threshold",
    "maximum": (
        "maximum, at most, limit, too many, ceiling, cap, up to, upper limit, biggest, largest"
    ),
    "full": (
        "full, oversubscribed, crowded, waiting list, no room, packed, waitlist, overfull, no "
        "space, no more places, no place left, turned away, capacity, too popular, all places "
        "taken, overcrowded, vacancy, vacancies, slots, standby, no spots, spots left, places "
        "left, closed list, no more people, no more members"
    ),
    "split": (
        "split, divide, separate, branch, spin off, grow, grown, too large, too big, grown too, "
        "second one, another one, break up, halve, two groups, bud, outgrow, outgrown, offshoot, "
        "daughter club, splitting, multiply, spawn, breakaway, spin-off, divided, divide up, hive "
        "off"
    ),
    "mentor": (
        "mentor, coach, nucleus, core, seed, guide, role model, help others, offshoot, replicate, "
        "copy, spread, expand, expansion, twin, show them, help them start, sister club, partner "
        "club, hold their hand, pass on, share experience, experienced, experience, guidance for "
        "new, support new, scale up, scaling, roll out, duplicate, nurture, mentoring, mentors, "
        "replication, multiply, multiplies, spawn, spawned, spreads, copycat, clone, imitate, "
        "proliferate, ripple, snowball, blueprint, roll-out, reproduce, emulate, sprout, catch "
        "on, catches on, next door village, next village, neighbouring villages, neighbouring "
        "hamlet, neighbouring hamlets, other villages, pass the torch, success story, successful "
        "group, successful club, well-run club, thriving, demonstration, exemplary, pilot, "
        "franchise, incubator, take under their wing, under its wing, under their wing, learn "
        "from an old, learn from an existing, example to others, seed new, breed new"
    ),
    "survey": (
        "survey, questionnaire, census, poll, ask around, door to door, interview, house to "
        "house, questions, canvass, needs assessment, ask households, interviewer, interviewers, "
        "asking people, clipboard, enquiry, inquiry, fact-finding, baseline, enumerator, mapping, "
        "go round asking, surveys, surveying, data collection, findings, respondents, assessment, "
        "identify who, find out who, find out what people, figure out who, interviews, "
        "interviewed, demographic, ask everyone, asking around, knock on doors, knocking on "
        "doors, needs of, who needs what"
    ),
    "report": (
        "report, sheet, summary, statement, return, reporting, figures, write-up, reports, "
        "quarterly, half-year, annual summary, paperwork upstairs, send figures, stats, write up, "
        "progress report, written account, numbers to send, narrative, accountability, keep them "
        "informed, keep the commune informed, how do we inform, inform the commune"
    ),
    "inspect": (
        "inspect, visit, monitor, supervise, inspection, inspector, evaluate, evaluation, review, "
        "assess, spot check, inspectors, look at us, officials visit, come to see us, observers, "
        "monitoring, check on us, control visit, supervision, field visit, site visit, oversight, "
        "verify, verification, only on paper, on paper, still alive, still active, ghost club, "
        "exists in reality, actually exists, really meets, truly works, follow up, follow-up, "
        "followed up, keeping tabs, keep tabs, track record, tracking progress, track progress, "
        "evaluates, look in on us, prove it works, who checks"
    ),
    "grade": (
        "grade, score, rating, rank, mark, points, level, rate, classify, classification, graded, "
        "scores, stars, ranking, marks, poor score, weak, strong, assessment result, scoring, "
        "performance, evaluated, ratings, ranked, excellent, average, best club, worst club, good "
        "enough, classed"
    ),
    "area": (
        "area, field, strand, component, theme, sector, pillar, domain, part of the work, areas, "
        "fields, themes, strands, categories, headings, types of activity, work streams, "
        "workstream, lines of work, topics they cover"
    ),
    "benefit": (
        "benefit, gain, advantage, good, perk, profit, use, point, worth, upside, plus, value, "
        "benefits, advantages, what's in it, in it for, get out of it, gains, reason to, why "
        "bother, why should, pros, plus side, value added, do her good, do him good, good for, "
        "drawback, downside, cons, beneficial, beneficiary, beneficiaries, rewards, rewarding, "
        "payoff, worthwhile, outcome, outcomes, better off, improve, improvement, improved, "
        "happier, healthier, positives, made a difference, make a difference, makes a difference, "
        "difference in, changes lives, changed lives, change for the better, what do I get, what "
        "does she get, what would she get, for his trouble"
    ),
    "duty": (
        "duty, obligation, obliged, must, task, chore, responsibility, expected, role, job, "
        "forced, compulsory, mandatory, required, duties, obligations, responsibilities, have to "
        "do, must do, supposed to do, demands, tasks, assigned, expects, expected of, "
        "commitments, commitment, what is asked of, what's asked of, asked to do, expected to do, "
        "what must I do, what do I owe, chores, pull my weight, pull her weight, contribute time"
    ),
    "help": (
        "help, aid, assist, support, hand, favour, favor, assistance, relief, pitch in, backing, "
        "helped, helping, supporting, gives a hand, back up, step in, rescue, come to the aid, "
        "assist with, be there for, solidarity, mutual aid, reciprocity, each other, one another, "
        "lean on, neighbourly, helping out, helps out, come together for, pull together"
    ),
    "lend_thing": "borrow, lend, hire, use of, use the group's, wheelchair loan, share tools",
    "roof": (
        "roof, tin sheet, tile, ceiling, hut, leak, repair, mend, shelter, tiles, rebuild, fix "
        "the house, house repair, walls, collapsed house, tin roof, thatch, shack, home repair, "
        "renovation, roofing, leaking, leaks, leaky, falling apart, patch up, broken house, "
        "dilapidated"
    ),
    "labour": (
        "labour, labor, work, workday, toil, manpower, dig, harvest, carry, lift heavy, workers, "
        "hands on deck, elbow grease, swap days, exchange of work, swap work, pitch in with work, "
        "harvest help"
    ),
    "religion": (
        "religion, religious, church, buddhist, catholic, christian, faith, pagoda, monk, priest, "
        "sect, pray, buddhism, mosque, muslim, temple, worship, preach, preaching, evangelical, "
        "spiritual, catholics, belief, atheist, religions, buddha, christians, protestant, cao "
        "dai, hoa hao, prayer, prayers, chant, shrine, congregation, priests, nun, monks, bible, "
        "missionary, god"
    ),
    "foreigner": (
        "foreigner, foreign, expat, alien, overseas, abroad, non-vietnamese, brit, german, "
        "american, australian, foreigners, non vietnamese, not vietnamese, westerner, citizen of, "
        "nationality, international, tourist, expats, immigrant, visa, immigration, citizenship, "
        "filipino, indian, dutch, swiss, russian, chinese, korean, japanese, french, cambodian, "
        "foreign-born, non-citizen, born abroad, from another country, no vietnamese passport, "
        "not a citizen"
    ),
    "ethnic": (
        "ethnic, minority, tribe, khmer, cham, indigenous, minorities, ethnicity, tribal, chau "
        "ro, hill tribe"
    ),
    "prison": (
        "prison, jail, convict, criminal, conviction, prisoner, ex-con, record, jailed, behind "
        "bars, criminal record, convicted, offender, sentence served, police record, felon, "
        "ex-convict, prisoners, inmate, probation, did time, served time, drug user, rehab, past "
        "crime"
    ),
    "alcohol": (
        "alcohol, drink, drunk, drinker, booze, beer, drinking, alcoholic, drinks, boozer, tipsy, "
        "wine, liquor, sober, drunkard, addict, addiction, alcoholism, drunken, rice wine, "
        "gambling, drugs, sauced, hits the bottle, drinks too much"
    ),
    "tenant": (
        "tenant, rent, lodger, renter, temporary, newcomer, moved here, household register, ho "
        "khau, renting, rents, not registered, migrant, migrants, boarding, new here, moved in, "
        "just moved, recently moved, temporarily, newly arrived, outsider, from elsewhere, not "
        "from here, lodging, dormitory, temporary residence, seasonal, residency, residence, "
        "rented room, rented, no papers here, arrived last month, live here only"
    ),
    "move": (
        "move, relocate, moving, resettle, new address, emigrate, relocating, moves away, moving "
        "away, moved away, leaves town, transfer to, change of address, settle elsewhere, another "
        "town"
    ),
    "disabled_access": "wheelchair, ramp, rail",
    "train_ride": (
        "train, flight, plane, fly, ferry, boat, bus, coach, taxi, ticket, fare, railway, "
        "airline, hydrofoil, travel cheaper, air ticket, airfare, train ticket, bus ticket, cab, "
        "travel by, travelling, fares, plane ticket, trains, flights, buses, transport, "
        "transportation, passenger, passengers, metro, public transport, airport"
    ),
    "museum": (
        "museum, monument, sight, pool, cinema, park, zoo, attraction, palace, sightseeing "
        "ticket, entrance fee, theme park, exhibition, gallery, waterpark, beauty spot, tourist "
        "site, botanical garden, aquarium, museums, attractions, temples to visit, entrance "
        "tickets, entry ticket, entry tickets"
    ),
    "queue": (
        "queue, line, wait, priority, first, jump, skip the line, stand in line, queuing, wait in "
        "line, standing, served first, ahead of, before others, back of the line, waiting room, "
        "skip the queue, priority lane, be first, seen first, seen sooner, queues, queueing, "
        "priority seat, priority seating, fast track, seats, give up a seat, offer her a seat, go "
        "ahead of, served earlier, without waiting, wait less, standing for hours, wait for hours"
    ),
    "language": (
        "language, english, accent, translate, spelling, khmer, languages, vietnamese, speak "
        "english, bilingual, dialect, interpreter, accents, translation, translator, translated, "
        "mother tongue, tongue"
    ),
    "read": (
        "read, literate, illiterate, can't read, letters, reading, write, illiteracy, never went "
        "to school, unschooled, no schooling, uneducated, spell out, reads, literacy, analphabet, "
        "can't write, cannot read, cannot write, unlettered, school, spelled, can't spell, "
        "letters dance"
    ),
    "large_print": (
        "large, big letters, font, big print, zoom, bigger, larger, small print, tiny, enlarge, "
        "voice, aloud, loud, hear it, read to me, audio, bigger letters, larger letters, read "
        "out, reads out, read aloud, speak it, spoken, louder"
    ),
    "expert_help": "advice, advise, counsel, guidance, tip, suggestion",
    "abroad": (
        "abroad, overseas, australia, america, canada, london, usa, uk, france, germany, korea, "
        "japan, viet kieu, sydney, melbourne, paris, berlin, texas, california, toronto, tokyo, "
        "seoul, norway, sweden, overseas vietnamese, far away, other side of the world, "
        "switzerland, holland, netherlands, denmark, taiwan, singapore, from here, living abroad, "
        "emigrated, lives overseas, move overseas, live overseas, living overseas, in another "
        "country, far from home, different time zone, time zone"
    ),
    "busy": (
        "busy, no time, time, work full time, shift, job, employed, working, no spare time, shift "
        "work, nine to five, hectic, can't spare, housework, chores, factory work, full time job, "
        "working person, work all day, no free time, overworked, works shifts, working hours, "
        "office job, full-time, busy schedule, single mother with job"
    ),
    "bored": (
        "bored, boring, dull, asleep, nod off, lively, fun, entertain, chatter, sleepy, yawning, "
        "tedious, drag, monotone, chaotic, noisy, order, talk over, dominate, hog, hogging, yawn, "
        "dozing, dozes, dull meetings, liven up, spice up, liven, lifeless, nobody talks, same "
        "old"
    ),
    "proof_ev": (
        "evidence, proof, impact, data, research, effect, results, show that, statistics show, "
        "studies, study, evaluation shows, any proof, demonstrated, results so far"
    ),
    "convince": (
        "convince, persuade, talk into, win over, motivate, encourage, bring round, reluctant, "
        "stubborn, sell it to, get her to come, coax, nag him, interest her, sceptics, get people "
        "interested, entice, reluctance, unwilling to, refuses to go, persuading, talk her into, "
        "talk him into, talk them into, get him to, get her to, get them to, won't hear of it, "
        "doesn't want to go, refuses to come, won't come, how do I get"
    ),
    "forbid": (
        "forbid, forbidden, won't let, not let, prohibit, stop her, stop him, against it, allow, "
        "forbids, prohibits, keeps her from, not allowed, isn't allowed, disapproves, against her "
        "going, opposed, locks her, refuses to let, forbidding, husband says no, won't allow, "
        "doesn't allow, forbade, prevents her, stops her from"
    ),
    "age": (
        "age, how old, years old, year old, older than, younger, born, years of age, aged, how "
        "old do you"
    ),
    "carry_on": "continue, resume, carry on, go on, pick up again, restart, paused, break",
    "notyet": (
        "not yet, still unofficial, in the meantime, meanwhile, before approval, waiting for "
        "approval, unapproved, beforehand, before it's official, while we wait, while waiting, "
        "without approval, unofficially"
    ),
    "afterwards": "after, afterwards, then, next, following, once done, what now, what next",
    "before": "before, prior, beforehand, in advance, ahead, first",
    "whofirst": (
        "who first, who comes first, preference, prefer, prioritise, prioritize, precedence, "
        "ahead of others, jump ahead, gets priority, given priority, take priority, takes "
        "priority, first served, top of the list, who gets in first, head of the line"
    ),
    "several": (
        "several, both, two, double, twice, more than one, multiple, at once, simultaneously"
    ),
    "handover": (
        "hand over, handover, pass on, successor, predecessor, take over, took over, take the "
        "reins, replacement, stand in, deputise, substitute, fills in, hands over, takes over, "
        "taking over, outgoing, incoming, new secretary, new treasurer, successors, passes the "
        "baton, baton"
    ),
    "reply": "answer, reply, respond, response, get back to, feedback",
    "compulsory": (
        "compulsory, mandatory, obligatory, must, forced, optional, have to, required by law, "
        "voluntary, obligation to, do I have to, does she have to, is it required, no choice, "
        "forced to"
    ),
    "allowed": (
        "allowed, permitted, may, legal, ok, okay, alright, fine to, is it possible, can one, is "
        "it ok, is it okay, is it legal, permissible, authorised to, can we legally, are we "
        "allowed"
    ),
    "danger": (
        "danger, risk, risky, dangerous, unsafe, safe, safety, hazard, dangers, harm, harmful, is "
        "it safe"
    ),
    "meantime": "how soon, quickly, fast, speed, urgent, asap",
    "meaning": (
        "mean, meaning, define, definition, explain, what is, stand for, in plain words, in "
        "simple words, nutshell"
    ),
    "example": "example, instance, concrete, typical, e.g",
    "legalstatus": (
        "legal entity, legal personality, legal status, juridical, corporate, registered body, "
        "incorporated, own bank account, legally exist, legal person, tax, taxes, ngo status"
    ),
    "history": (
        "history, began, founded in, origin, invented, inventor, since when, first ever, past"
    ),
    "helpdesk": (
        "contact, contact person, in charge, responsible, person in charge, officer, hotline, "
        "whom to ask, who to ask, talk to, whom do I see, who do I see, whom does he see, point "
        "of contact, go-to person, whose door, knock on whose, talk to first, speak to, speak "
        "with, who handles, who deals with"
    ),
    "equipment": (
        "equipment, scales, speaker, loudspeaker, meter, tools, gear, projector, materials, "
        "stuff, kit, microphone, chairs, tables, tent, monitor, machine for, supplies, gadgets, "
        "apparatus"
    ),
    "hygiene": "tidy up, sweep, clean up, mop, litter, rubbish",
    "keys": "key, lock, padlock, locked",
    "night": (
        "night, nights, overnight, 24 hours, round the clock, all day, day and night, midnight, "
        "late at night, at night, 2am, 3am, middle of the night"
    ),
    "hour_pref": "morning, afternoon, evening, weekend, sunday, saturday, after work",
    "anger": (
        "angry, rage, furious, upset, hostile, screams, temper, annoyed, cross with, rude old "
        "man, mad at, livid, fuming, resent, resentful, pissed"
    ),
    "wish": "wish, wishes, congratulate, congratulations, toast, greeting, blessing",
    "backlog": (
        "waiting list, turn, my turn, line up, queue up, on the list, when is it my turn, next in "
        "line"
    ),
    "distrust": (
        "trust, distrust, believe, doubt, suspicious, honest, honesty, trustworthy, mistrust, "
        "suspect, suspicion, in good hands, safe hands, honest people, skeptical, sceptical"
    ),
    "useful": (
        "useful, usefully, purpose, role, good for, contribute, contribution, do there, do "
        "anything useful, be of use, be of service, make myself useful"
    ),
    "pills": "remind of pills, pill reminder, medication reminder",
    "weekly": "week by week, day to day, normally, usual, routine",
    "teamwork": (
        "work together, collaborate, cooperation, cooperate, partner with, joint, jointly, team "
        "up, partnership, partnerships, side by side, hand in hand, work with, coordinate, "
        "coordination, coordinated"
    ),
}
