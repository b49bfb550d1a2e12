"""English words that mean alike, so that a question in words that no sample has is found by others.

People abroad ask in their own English: a gale is a storm, a nan a grandmother, dues are a fee. Each
group has a name; a word may belong to several. Vietnamese has `bot.intents.concepts` for this.
"""

from __future__ import annotations

GROUPS: dict[str, str] = {
    "granny": (
        "gran, nan, nana, nanna, granny, grannies, grandma, grandmother, grandmom, grandmum, "
        "nanny, ba noi, ba ngoai, great-aunt, mamie, oma, gramma, granma, meemaw, ba"
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
        "grandchild, grandchildren, grandkid, grandson, granddaughter, niece, nephew, little "
        "one, toddler, baby"
    ),
    "spouse": (
        "husband, wife, hubby, spouse, partner, missus, couple, fiance, better half, ex, other half"
    ),
    "sibling": "brother, sister, sibling, cousin, relative, relation, kin",
    "neighbour": "neighbour, neighbor, next door, neighbourhood, neighborhood",
    "old": (
        "old, elderly, elder, senior, pensioner, oldie, aged, ageing, aging, retired, retiree, "
        "golden age, over sixty, eldest, octogenarian, oaps, oap, geriatric, greybeard, "
        "ancient, silver, third age, over seventy, over eighty"
    ),
    "young": (
        "young, youngster, youth, teenager, teen, adolescent, student, pupil, twenty-something, "
        "minor, youthful, schoolchildren, undergrad, millennial, gen z, juniors, junior, "
        "schoolkid, pre-teen, kids, younger generation, college, uni, freshman"
    ),
    "woman": "woman, women, lady, female, gal, wife, feminine",
    "man": "man, men, gentleman, male, bloke, guy, fellow, chap, lad",
    "people": (
        "people, folk, person, individual, soul, human, head, villager, resident, inhabitant, "
        "citizen"
    ),
    "join": (
        "join, enrol, enroll, enter, sign up, register, registration, enlist, become part, put "
        "name down, get in, membership, admit, admission, subscribe, apply, hop on board, get "
        "involved, put me down, put her down, book in, be part of, take her in, sign on, "
        "inscription, inscribe, affiliate"
    ),
    "leave": (
        "leave, quit, exit, withdraw, drop out, resign, step down, pull out, give up, cancel, "
        "get out, stop going, opt out, bow out, leaving, bail, call it quits, pack it in, had "
        "enough, no longer want, step aside, walk away, retire from, ditch"
    ),
    "return": "return, come back, rejoin, again, readmit",
    "expel": (
        "expel, kick out, throw out, exclude, ban, dismiss, oust, remove, sack, fire, get rid, "
        "vote out, chuck out, banish, strike off, blackball, shown the door, boot out, depose, "
        "impeach, dethrone, recall, terminate, excluded, eject"
    ),
    "leader": (
        "leader, chair, chairman, chairperson, chairwoman, head, boss, chief, president, in "
        "charge, captain, manager, coordinator, director, helm, top dog, top person, number "
        "one, figurehead, headman, ringleader, runs it, running things, at the helm, principal"
    ),
    "board": (
        "board, committee, leadership, management, team, executive, leaders, steering, office "
        "holder, officer, officeholder, the ones in charge, people in charge, those in charge, "
        "top team, bosses, panel, council of leaders, core team, executives"
    ),
    "secretary": "secretary, clerk, scribe, note taker, minute taker, admin",
    "treasurer": (
        "treasurer, cashier, bursar, purse, accountant, bookkeeper, money keeper, finances"
    ),
    "elect": (
        "elect, election, vote, ballot, poll, choose, pick, appoint, candidate, nominate, "
        "voting, voter, show of hands, majority, choose leaders, selection, plebiscite, tie, "
        "runoff, ballots, polled, unanimous, quorum"
    ),
    "term": "term, mandate, tenure, stint, in office, re-elect, reelect, serve",
    "member": (
        "member, belong, part of it, participant, membership, insider, ordinary people, rank "
        "and file, regular, belongs, affiliate, enrolled"
    ),
    "money": (
        "money, cash, dough, bucks, funds, pot, kitty, tin, purse, dong, vnd, capital, finance, "
        "financial, wad, coins, banknote, notes, nest egg, resources, budget, moolah, cents, "
        "millions, million"
    ),
    "fee": (
        "fee, dues, contribution, subscription, charge, chip in, pay in, put in, subs, levy, "
        "entrance fee, membership cost, monthly money, entry cost, tithe, toll, ante, dosh"
    ),
    "cost": (
        "cost, price, charge, how much, expensive, cheap, pricey, bill, tariff, rate, expense, "
        "fees, payable, set me back, damage, quote, worth"
    ),
    "free": (
        "free, gratis, for nothing, no charge, complimentary, without paying, at no cost, free "
        "of charge, no money, costless, on the house, zero cost, freely"
    ),
    "discount": (
        "discount, rebate, concession, reduction, reduced, cheaper, reduce, percent off, money "
        "off, half price, deduction, knocked off"
    ),
    "exempt": (
        "exempt, waive, excuse, let off, skip paying, spare, exemption, waiver, relieved, "
        "excused, dispense, get out of paying, can't afford, cannot afford, spared"
    ),
    "pay": (
        "pay, paid, payment, settle, cough up, fork out, foot the bill, remit, paying, fund, "
        "finance, bankroll, shell out, cover the cost, foot, settle up, pick up the tab"
    ),
    "wage": (
        "wage, salary, remuneration, stipend, allowance, compensated, paid job, earnings, "
        "honorarium, reward, compensate, remunerated, paid work, pay packet, earn anything, get "
        "anything, perks"
    ),
    "reimburse": (
        "reimburse, refund, money back, give back, pay back, out of pocket, expenses, repay, "
        "cover, compensation, refunded, repaid, claim back, get back, expense"
    ),
    "petrol": (
        "petrol, fuel, gas money, gasoline, travel cost, fare, mileage, bus fare, transport cost"
    ),
    "spend": (
        "spend, spent, use up, expenditure, outlay, purchase, buy, bought, blow, use the money, "
        "allocate, allocation, squander, dip into, disburse"
    ),
    "gift": (
        "gift, present, freebie, giveaway, hamper, handout, goodie, parcel, envelope, bonus, "
        "treat, souvenir, prize, goody bag, care package"
    ),
    "donate": (
        "donate, donation, donor, give, gave, sponsor, benefactor, philanthropist, charity, "
        "contribute, patron, giver, grant, generous, donating, bequeath, endow, backer, "
        "well-wisher, gives money, funder, sponsorship, philanthropy, give money, kind soul, "
        "contributor"
    ),
    "fundraise": (
        "fundraise, fundraising, raise money, raise funds, collect, raffle, jumble sale, "
        "crowdfund, bake sale, whip-round, drum up, solicit, appeal for money, passing the hat, "
        "tombola, rummage sale, money-making, charity rice, begging"
    ),
    "loan": (
        "loan, credit, lend, lent, lending, borrow, microcredit, microloan, advance, borrower, "
        "lender, microfinance, seed money for me, finance my, capital for, financing, borrowed, "
        "creditworthy, small sum, start-up money, startup capital"
    ),
    "interest": "interest, rate, percent, percentage per month",
    "debt": (
        "debt, owe, owing, arrears, outstanding, overdue, in the red, default, behind, "
        "liability, owed, indebted, unpaid, owed money, in debt, bad debt, can't pay, cannot "
        "pay, couldn't pay"
    ),
    "repay": (
        "repay, pay back, instalment, installment, give back, settle, pay off, clear, "
        "reimburse, rates, repayment, paying back, return the money, give it back, amortise, "
        "weekly rates, in parts"
    ),
    "late": (
        "late, delay, behind, overdue, miss, postpone, deferral, defer, tardy, due date, "
        "belated, lag, slow, past due, can't keep up, falling behind, struggling to pay"
    ),
    "extension": (
        "extension, more time, extend, grace, prolong, postpone, later date, reschedule, defer, "
        "respite, breathing space, leeway, roll over, wait a bit, leniency, indulgence"
    ),
    "collateral": (
        "collateral, security, pledge, guarantee, guarantor, pawn, deposit, mortgage, vouch, "
        "deed, land title, red book, surety, cosign, assets, bail, warranty, deposit something, "
        "land papers, title deed"
    ),
    "seize": (
        "seize, take away, confiscate, repossess, grab, impound, bailiff, strip, appropriate, "
        "distrain, carry off, impounded"
    ),
    "sue": (
        "sue, court, lawsuit, legal action, prosecute, judge, trial, tribunal, lawyers, take to "
        "court, legal case, litigation, sentence, justice"
    ),
    "bank": (
        "bank, account, agribank, policy bank, social policies, nhcsxh, deposit, savings, "
        "transfer, wire"
    ),
    "savings": "savings, save up, put aside, nest egg, stash",
    "livestock": (
        "livestock, animal, pig, piglet, sow, hog, cow, calf, buffalo, goat, chicken, hen, "
        "duck, poultry, goose, cattle, shrimp, prawn, fish, heifer, pigs, quail, eel, snail, "
        "frog, crab, bee, beehive, breeding, breed"
    ),
    "farming": (
        "farm, crop, harvest, rice, field, garden, vegetable, seedling, plough, paddy, orchard, "
        "plant, seed, cassava, pepper, durian, mushroom, plot, dig, sow, plantation, fruit, "
        "cashew, coffee plants"
    ),
    "business": (
        "business, trade, stall, shop, sell, selling, vendor, sewing, livelihood, earn, income, "
        "living, enterprise, startup, workshop, market, grocery, kiosk, noodle, cart, "
        "hairdresser, barber, tailor, weaving, craft, handicraft, market stall, barrow, street "
        "food, self-employed, wares, merchandise"
    ),
    "bookkeeping": (
        "bookkeeping, accounts, ledger, cash book, accounting, book, notebook, records, "
        "balance, sums, add up, columns, bookkeep, tally book, journal, register, finances, "
        "entries, spreadsheet, excel, account book, money book, ledgers"
    ),
    "receipt": (
        "receipt, voucher, slip, invoice, bill, docket, proof of payment, chit, stub, paper "
        "trail, till roll, sales slip, proof, written proof"
    ),
    "audit": (
        "audit, check, inspect, verify, examine, control, count, oversee, auditor, double "
        "check, scrutinise, scrutinize, watchdog, keep an eye, looks over, monitor money, go "
        "through the books, cross-check, supervisory"
    ),
    "mistake": (
        "mistake, error, wrong, slip, typo, incorrect, misspell, misspelt, mixed up, blunder, "
        "oops, scribble, messed up, false, fault, inaccurate, mess, wrongly, misprint, botched, "
        "misentered, mix-up, muddled"
    ),
    "correct": (
        "correct, fix, amend, alter, change, edit, put right, rectify, adjust, cross out, rub "
        "out, tipp-ex, white-out, whiteout, erase, correction fluid, revise, modify, redo, "
        "cross it out, overwrite, retype, strike through, reword, update, replace"
    ),
    "steal": (
        "steal, stole, stolen, theft, thief, rob, robber, burglar, pinch, nick, embezzle, "
        "misuse, pocket, swindle, siphon, ran off with, run away with, helped himself, "
        "fiddling, fiddle, misappropriate, defraud, line his pockets, dipping into, crook"
    ),
    "missing": (
        "missing, lost, vanish, gone, disappear, short, lack, mislaid, misplace, nowhere to be "
        "found, unaccounted, can't find, cannot find, shortfall, shortage, deficit, too little"
    ),
    "differ": (
        "differ, difference, discrepancy, mismatch, don't match, doesn't match, tally, gap, "
        "unlike, distinct, versus, same as"
    ),
    "transparent": (
        "transparent, open, disclose, publish, announce, post, public, read out, tell everyone, "
        "kept in the dark, in the dark, accountable, accountability, hidden, hide, openly"
    ),
    "see": "see, look at, inspect, view, access, peek, show me, glance",
    "rules": (
        "rules, charter, by-laws, bylaws, statute, regulation, constitution, code, articles, "
        "paragraph, clause, bye-laws, house rules, rulebook, guidelines, agreement, terms, "
        "provision, policy, internal rules, articles of association, standing orders"
    ),
    "template": (
        "template, sample, model, specimen, form, example, pattern, blank, draft, boilerplate"
    ),
    "sign": (
        "sign, signature, signatory, thumbprint, fingerprint, autograph, countersign, initial, "
        "undersign, put my name to, x mark, mark with"
    ),
    "stamp": "stamp, seal, chop, stamped",
    "break": (
        "break, violate, breach, disobey, infringe, disregard, ignore, flout, contravene, "
        "misbehave, misbehaviour, misbehavior, disturb, disrupt, unruly"
    ),
    "fine": (
        "fine, penalty, punish, punishment, sanction, surcharge, penalise, penalize, penalised, "
        "in trouble, fines, fined, reprimand, consequence, consequences, get told off, "
        "discipline, scolded, told off"
    ),
    "dispute": (
        "quarrel, argue, dispute, conflict, row, fight, feud, fall out, tension, bicker, "
        "disagree, clash, squabble, don't get on, don't get along, bad blood, not speaking, "
        "arguing, hostility, enmity"
    ),
    "shout": (
        "shout, yell, scream, bully, insult, rude, nasty, abusive, mean, harsh, offend, swear, "
        "humiliate, snap at, bossy, bark, berate, belittle, foul-mouthed, aggressive, arrogant, "
        "condescend, loud-mouth, tyrant, dictator, lazy, neglect, incompetent, useless leader"
    ),
    "unfair": (
        "unfair, unjust, biased, rigged, favouritism, favoritism, partial, discriminate, "
        "connections, nepotism, corrupt, injustice, cronyism, favourites, favorites, "
        "preferential, unequal, left out, passed over, overlooked, treated differently, "
        "unfairly"
    ),
    "complain": (
        "complain, complaint, grievance, object, appeal, protest, report, dissatisfied, "
        "unhappy, raise a concern, dissatisfaction, raise it, speak to someone about, take it "
        "up, moan, gripe, dispute the, contest"
    ),
    "shame": (
        "shame, ashamed, embarrass, embarrassed, humiliate, look down, laugh at, sneer, mock, "
        "pity, stigma, judged, ridicule, inferior, lose face, losing face, feel small, gossip "
        "about, self-respect, dignity, despise, frown, judge"
    ),
    "shy": (
        "shy, timid, reserved, introvert, nervous, scared, afraid, bashful, self-conscious, "
        "quiet, timidity, awkward, hesitant, introverted, wallflower, anxious, anxiety, dread, "
        "frightened, uneasy"
    ),
    "lonely": (
        "lonely, alone, isolated, solitude, by herself, by himself, on her own, on his own, "
        "single, widow, widower, no one, company, loneliness, nobody to talk, no friends, "
        "friendless, abandoned, left alone, no family, childless, solo, on my own, "
        "companionship, companion"
    ),
    "grief": (
        "grief, sad, mourn, grieve, depressed, cry, low, down, bereaved, heartbroken, "
        "melancholy, gloomy, cheer up, mourning, widowed, cries, tears, sorrow, depression, "
        "blues, unhappy, despair, lost his wife, lost her husband, hopeless"
    ),
    "poor": (
        "poor, needy, broke, destitute, hardship, disadvantaged, poverty, penniless, hard up, "
        "underprivileged, low-income, impoverished, deprived, struggling, near-poor, "
        "vulnerable, skint, low income, no money, poorest, penury, beggar, slum, scrape by, "
        "make ends meet, hard times, downtrodden, have-nots, worst off, have nothing, has "
        "nothing, barely"
    ),
    "rich": (
        "rich, wealthy, well-off, well off, comfortable, better-off, affluent, middle class, "
        "prosperous, loaded, money enough, well-to-do, privileged, don't need money"
    ),
    "ill": (
        "ill, sick, unwell, illness, disease, ailment, poorly, sickness, condition, patient, "
        "suffering, infection, flu, fever, cancer, laid up, health problem, chronic, under the "
        "weather, ailing, hospitalisation"
    ),
    "frail": (
        "frail, weak, bedridden, feeble, infirm, housebound, paralysed, paralyzed, can't walk, "
        "can't get up, can't leave, immobile, bed-bound, stuck in bed, stuck at home, confined, "
        "can't stand, cannot walk, can't move, weakened, decrepit, shaky, needs care, helpless, "
        "cannot get up, bedbound"
    ),
    "disabled": (
        "disabled, disability, handicapped, wheelchair, crutch, walker, stick, impairment, "
        "cane, rollator, zimmer, mobility, paralysed, amputee, one leg, limping, limp badly, "
        "handicap, special needs, crippled, prosthesis"
    ),
    "deaf": "deaf, hard of hearing, hearing, can't hear, hearing aid, can hardly hear, deafness",
    "blind": (
        "blind, sight, eyesight, can't see, glasses, vision, see badly, cataract, partially "
        "sighted, nearly blind, low vision, poor eyes, eyes"
    ),
    "dementia": (
        "dementia, alzheimer, confused, forgetful, memory, forget, senile, confusion, forgets, "
        "losing her mind, losing his mind, muddled, not all there, disoriented, doesn't "
        "recognise, doesn't recognize, mental, mentally, loses track, absent-minded, doesn't "
        "remember"
    ),
    "stroke": (
        "stroke, droop, crooked, one side, slur, face dropped, mouth went, limp, numb, mumble"
    ),
    "heart": "heart, chest, pulse, cardiac, palpitation",
    "breathe": "breathe, breathing, breath, gasp, wheeze, suffocate",
    "faint": (
        "faint, pass out, black out, unconscious, collapse, dizzy, giddy, lightheaded, keel "
        "over, woozy, swoon, conk out, passed out, fainted, collapsed, unresponsive, wobbly, "
        "light-headed, came over queer, seizure, fit"
    ),
    "fall": (
        "fall, fell, slip, trip, tumble, drop, stumble, fallen, took a tumble, falls, slipped, "
        "tumbled, on the floor, tripped"
    ),
    "injury": (
        "injury, hurt, broken, wound, bleed, sprain, fracture, hip, bone, bruise, twisted, cut, "
        "blood, bleeding, gash, swollen, ankle, wrist, head, knock, bashed, burned"
    ),
    "choke": "choke, swallow, stuck in throat, poison, wrong pill, overdose",
    "fire": (
        "fire, flame, smoke, burn, blaze, burnt, gas leak, burning, alight, ablaze, burned "
        "down, burnt down, explosion, gas"
    ),
    "storm": (
        "storm, typhoon, gale, hurricane, cyclone, wind, gust, tempest, squall, flood, "
        "flooding, disaster, inundate, deluge, flooded, landslide, tornado, high water, rising "
        "water, blown off, blew off, natural disaster, monsoon, lightning"
    ),
    "rain": "rain, pour, wet, downpour, drizzle, shower",
    "heat": "heat, hot, boiling, warm, scorching, sweltering, degrees",
    "cold": "cold, chilly, freezing, cool, draughty, drafty",
    "police": (
        "police, cop, policeman, officer, constable, sheriff, law enforcement, cops, officers, "
        "authorities, uniform, ca, cong an, detective"
    ),
    "ambulance": (
        "ambulance, paramedic, medic, emergency, 115, 999, 911, 112, 113, 114, urgent, rescue"
    ),
    "violence": (
        "beat, hit, slap, punch, abuse, violent, violence, mistreat, assault, threaten, kick, "
        "ill-treat, maltreat, batter, harm, domestic, beaten, beats, hits, hurting, bruises, "
        "cruelty, cruel, neglected, locked up, starve, molest, torment, elder abuse"
    ),
    "suicide": (
        "suicide, kill herself, kill himself, kill myself, end it, want to die, wants to die, "
        "don't want to live"
    ),
    "doctor": (
        "doctor, physician, medic, gp, nurse, clinic, surgeon, health station, tram y te, "
        "health post, infirmary, health centre, health center, medical staff, health worker, "
        "doctors, practitioner, medics, specialist, health people"
    ),
    "hospital": (
        "hospital, hospitalised, hospitalized, ward, clinic, operation, surgery, inpatient, "
        "admitted, ward bed, in-patient, operated, casualty, er, a&e"
    ),
    "checkup": (
        "check-up, checkup, check up, medical, screening, examination, examine, exam, physical, "
        "health check, test, look-over, health exam, examined, medical exam, checked, "
        "consultation, check over, doctor's day, see a doctor, diagnosis, x-ray, ultrasound, "
        "blood sample, blood test"
    ),
    "bloodpressure": (
        "blood pressure, pressure, bp, hypertension, hypertensive, reading, systolic, cuff, "
        "180, 170, 160, high pressure, low pressure, tension, hypertonic, bp meter, cuff "
        "reading, measured"
    ),
    "weigh": "weigh, weight, scales, kilo",
    "fasting": (
        "fasting, breakfast, empty stomach, eat before, coffee, fast, without food, nil by "
        "mouth, skip breakfast, have eaten, drink water, sober stomach"
    ),
    "medicine": (
        "medicine, pill, tablet, drug, medication, injection, jab, insulin, dose, prescription, "
        "shot, meds, pharmacy, chemist, remedy, cure, herbal, herbs, supplements, vitamins, "
        "capsules, antibiotics, painkiller, tonic, potion"
    ),
    "sugar": "sugar, diabetes, diabetic, glucose",
    "insurance": (
        "insurance, insured, bhyt, health cover, coverage, cover, health card, medical cover, "
        "premium, policyholder, co-pay, copay, reimbursed by"
    ),
    "card": (
        "card, id, identity, cccd, cmnd, passport, licence, license, vneid, vssid, plastic, "
        "photocopy of id, identification, id card, identity card, photo id, papers of identity, "
        "citizen card, proof of age, proof of identity"
    ),
    "expired": (
        "expire, expired, out of date, run out, renew, renewal, lapse, replacement, valid, "
        "validity, in force, void"
    ),
    "pension": (
        "pension, old age money, social pension, monthly money, retirement, benefit, social "
        "benefit, over 75, no income, superannuation, state money, state pension, government "
        "money, monthly sum, old-age, no pension, gets from the state, handed out monthly, over "
        "75s, seventy-five, 75"
    ),
    "allowance": (
        "allowance, benefit, welfare, entitlement, subsidy, support, grant, aid, assistance, "
        "dole, payout, handouts, government help, state help, state support, social assistance, "
        "aid money"
    ),
    "entitled": (
        "entitled, eligible, qualify, right, claim, deserve, due, entitlement, qualifies, "
        "eligibility, have a right, has a right, owed to her, her due, can claim, covered"
    ),
    "rights": (
        "rights, law, legal, legally, lawful, legislation, jurisdiction, legal rights, human "
        "rights, dignified, by law, laws, legality"
    ),
    "lawyer": "lawyer, attorney, solicitor, legal aid, legal advice, barrister, counsel, jurist",
    "inherit": "inherit, will, heir, estate, legacy, inheritance",
    "property": (
        "house, land, property, plot, estate, red book, her house, farmland, inheritance, sell "
        "the land, sign over, title"
    ),
    "funeral": (
        "funeral, burial, bury, coffin, wreath, cremate, condolence, wake, mourning, interment, "
        "grave, graveyard, mourners, obsequies, last respects, pay respects, hearse, "
        "undertaker, ashes"
    ),
    "die": (
        "die, died, dead, death, pass away, passed away, deceased, late, gone, departed, lost, "
        "dying, no longer with us, lost my, lost her, fatal, demise, passed, isn't alive, not "
        "alive"
    ),
    "longevity": (
        "longevity, birthday, turning 70, turn 80, ninety, hundred, centenarian, century, "
        "honour, honor, celebrate age, 90th, 80th, milestone, jubilee, turns 70, turns 75, "
        "turns 80, turns 90, turns 100, turning 100, octogenarian, 85th, 75th, 70th, 100th, "
        "aged 90, round birthday, very old"
    ),
    "tet": "tet, lunar new year, new year, holiday",
    "visit": (
        "visit, drop by, look in, pop in, call on, come round, come over, stop by, drop in, "
        "check on, see her, pop into, swing by, visitor, drop round, see him, call in, pay a "
        "visit, keep her company, visiting, someone round, swing round, house call"
    ),
    "care": (
        "care, carer, caregiver, caregiving, caretaker, look after, nurse, tend, helper, home "
        "help, nursing, home care, caring, care for, looked after, minder, assistant, sitter, "
        "respite, nurse her, take care, watch over, attend to, domiciliary"
    ),
    "wash": (
        "wash, bathe, bath, clean, shower, hygiene, hair, cut nails, feed, dress, toileting, "
        "diaper, nappies, laundry, shave, groom, massage, housework, tidy, household"
    ),
    "cook": (
        "cook, meal, lunch, food, feed, eat, dinner, snack, catering, feast, banquet, tea, "
        "cake, cooking, buffet, refreshments, drinks, nibble, hungry, soup, dish"
    ),
    "volunteer": (
        "volunteer, helper, help out, voluntary, voluntarily, unpaid, lend a hand, "
        "volunteering, pitch in, do my bit, give my time, offer my time, spare time, unpaid "
        "work, do good, make myself useful, useful, helpers, volunteers, assist them"
    ),
    "train": (
        "train, training, course, class, lesson, workshop, instruction, learn, schooling, "
        "teach, taught, seminar, study, syllabus, curriculum, coach, tutorial, educate, "
        "upskill, clueless, skills, know-how, practise, practice, knowledge, teacher, "
        "instructor, trainer, trained, refresher, retrain, beginner, learner, crash course, no "
        "experience, inexperienced, untrained, mentor us"
    ),
    "certificate": (
        "certificate, diploma, proof, confirmation, certify, credential, qualification, degree, "
        "hours, attest, attestation, certified, reference, recommendation, letter of proof, "
        "testimonial, credits, recognised hours, confirm my, on my cv"
    ),
    "exam": "exam, test, assessment, quiz",
    "lecture": (
        "lecture, talk, speaker, presentation, speak, speech, lecturer, session on, expert, "
        "talks, guest speaker, information session, seminar, awareness, explain about, health "
        "education, informative, discuss"
    ),
    "topic": "topic, subject, theme, matter, issue",
    "salesman": (
        "salesman, sales, firm, company, product, milk powder, supplement, sell, pitch, vendor, "
        "promo, mattress, salespeople, salesperson, advertisers, commercial, product demo, "
        "peddle, peddler, hawker, vendor of, samples of, sells"
    ),
    "meeting": (
        "meeting, gathering, session, get-together, get together, gather, assembly, meet, met, "
        "meetup, come together, convene, assemble, reunion, meetings, gatherings, sessions, "
        "gets together, sit together, sits together, come along, the do, assembled, event"
    ),
    "often": (
        "often, frequency, frequent, regular, times a year, weekly, monthly, daily, quarterly, "
        "yearly, annually, annual, how many times, fortnightly, every week, every month, how "
        "regularly, once a, twice a, per month, per year, each month, how frequently, rhythm, "
        "interval"
    ),
    "duration": (
        "how long, duration, last, length, hours, minutes, lengthy, long does, time does it "
        "take, how much time, take long, take ages, runs for, finish, end time, over by"
    ),
    "when": (
        "when, date, day, time, hour, weekday, o'clock, deadline, schedule, timetable, due, "
        "which day, what day, what time, at what time, which month, by when, how soon"
    ),
    "where": (
        "where, place, venue, location, site, spot, premises, address, whereabouts, which "
        "place, what place, located, held, where exactly"
    ),
    "hall": (
        "hall, room, culture house, building, space, house, yard, pagoda, temple, church, "
        "school, nha van hoa, community centre, community center, communal house, classroom, "
        "hall space, indoors, auditorium, villa, courtyard, town hall, parish hall"
    ),
    "chair_seat": "chair, seat, bench, table, furniture, stool",
    "steps": (
        "stairs, step, ramp, wheelchair access, accessible, entrance, doorway, threshold, "
        "access, staircase, slope, handrail, rail, step-free, get in with, get inside, entry, "
        "wheel in, barrier-free"
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
        "session, can't attend, cannot attend, unable, couldn't go, couldn't come"
    ),
    "attend": (
        "attend, attendance, turn up, show up, come, present, go along, participate, take part, "
        "attending, go every time, every session, come each time, show my face, regularly come"
    ),
    "minutes": "minutes, record, notes, write down, protocol, logbook",
    "agenda": (
        "agenda, programme, program, schedule, running order, order of events, what happens, "
        "plan of the day, run-through, itinerary, sequence, what goes on, what do they do "
        "there, goes on there, content of, order of the day, items, flow, activities"
    ),
    "ceremony": (
        "ceremony, opening, launch, inauguration, big day, opening day, kick-off, kickoff, "
        "debut, grand opening, unveiling, inaugurate, festivities, party, official start, "
        "ribbon, celebration, launching, opening event, opening party, premiere"
    ),
    "invite": (
        "invite, invitation, guest, guest list, vip, invitee, guests, guest of honour, "
        "dignitaries, bigwigs, big shots, officials to come"
    ),
    "song": (
        "song, sing, music, karaoke, tune, choir, singer, melody, perform, dance, dancing, "
        "band, hum, concert, performance, poem, show, theatre, theater, guitar, drum, "
        "instrument, folk song, opera, choirs, troupe, ensemble, stage, act, recital, play "
        "music, musician, sings, sings well, artistic, art, arts"
    ),
    "game": (
        "game, play, chess, bingo, lotto, cards, contest, competition, puzzle, tournament, "
        "quiz, riddles, board game, pastime, ball, dominoes, mahjong, tombola"
    ),
    "gamble": (
        "gamble, gambling, bet, stakes, wager, casino, poker, for money, playing for money, "
        "small stakes, tien len, betting, lo to, poker for cash"
    ),
    "trip": (
        "trip, outing, excursion, travel, tour, sightseeing, journey, day out, coach trip, "
        "getaway, go away together, holiday, vacation, bus tour, pilgrimage, picnic, weekend "
        "away, seaside, excursions, trips"
    ),
    "exercise": (
        "exercise, workout, gym, sport, gymnastics, stretch, tai chi, yoga, work out, fitness, "
        "keep fit, aerobics, move, movement, jog, walk, badminton, physical, workouts, qigong, "
        "duong sinh, morning gym, gymnast, physical activity, limber, sporty, swim, swimming, "
        "run, train body, activity, strengthening, physio, physiotherapy, stretches"
    ),
    "knee": (
        "knee, joint, arthritis, hip, back pain, sore, joints, hips, shoulder, spine, "
        "rheumatism, bad back, backache, osteoporosis"
    ),
    "clothes": (
        "clothes, dress, uniform, outfit, costume, t-shirt, shirt, wear, rags, patched, attire, "
        "garment"
    ),
    "photo": (
        "photo, picture, pic, selfie, film, video, camera, snap, image, footage, facebook, fb, "
        "post online, instagram, tiktok, youtube, faces, photograph, photos, pics, filming, "
        "recorded, livestream, upload, zalo group, on facebook, page, social media, post, "
        "posted"
    ),
    "press": (
        "newspaper, journalist, reporter, press, tv, media, television, interview, newspapers, "
        "papers article, magazine, radio, news, article about us"
    ),
    "leaflet": (
        "leaflet, flyer, flier, brochure, pamphlet, poster, handout, print, sheet, flyers, "
        "printed, something printed, hand out, posters, infographic, pamphlets, leaflets"
    ),
    "loudspeaker": (
        "loudspeaker, speaker, microphone, pa system, broadcast, tannoy, announcement, megaphone"
    ),
    "advertise": (
        "advertise, publicity, promote, spread the word, known, announce, campaign, "
        "advertising, publicise, publicize, marketing, awareness, word of mouth, hear of, make "
        "known, nobody knows, get noticed, draw people, attract, recruit, outreach, visibility, "
        "get people to come, bring in people, pr, publicising"
    ),
    "rumour": (
        "rumour, rumor, gossip, whisper, slander, say bad, badmouth, suspicious, suspect, "
        "accuse, accusation, mistrust, distrust, doubters, sceptic, skeptic, sceptical, people "
        "say, folks say, they say we, talk behind"
    ),
    "pyramid": (
        "pyramid, mlm, ponzi, multi-level, racket, scheme, con, hoax, cult, sect, recruitment "
        "fee, network marketing, get rich, shady, suspicious business, sect-like, brainwash, "
        "legit, legitimate, genuine"
    ),
    "scam": (
        "scam, fraud, cheat, trick, con, conman, crook, swindler, fake, phishing, hoax, dodgy, "
        "deceive, fraudster, scammer, conned, duped, bogus, impostor, tricked, cheated, scams, "
        "fraudulent, deceit, ripped off, rip-off, fooled, taken in, impersonate, pretend, "
        "pretending, catfish, romance"
    ),
    "otp": (
        "otp, code, password, pin, one-time, passcode, six digits, pincode, security code, "
        "verification, verification code, passcodes, sms code"
    ),
    "link": (
        "link, url, website, app, qr, web address, install, download, click, tap, links, button "
        "in the message, weird message, apk, appstore, open a page, webpage, address in a "
        "message"
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
        "alone, pause"
    ),
    "phone": (
        "phone, mobile, smartphone, cell, handset, nokia, device, tablet, landline, cellphone"
    ),
    "robot": (
        "robot, bot, machine, ai, chatbot, computer, program, automated, artificial "
        "intelligence, human, real person, software, automatic, algorithm, app, machine or, "
        "gpt, digital assistant, who am i talking, who are you, talking to, actual person, "
        "operator, someone real, flesh and blood"
    ),
    "data": (
        "data, info, information, details, personal, privacy, record, private, what you know "
        "about, records on, file on, stored, profile, registered details, on file, log, logs"
    ),
    "delete": (
        "delete, erase, wipe, remove, forget me, scrub, clear, purge, deleted, removed, take "
        "off, take me off, take her off, destroy, unregister, deregister, expunge"
    ),
    "store": (
        "store, keep, kept, save, retain, archive, hold on to, hold, stores, hang on to, "
        "remember, saved, recorded, filed"
    ),
    "consent": (
        "consent, agree, permission, approval, allow, accept, say yes, tick, consents, her yes, "
        "okay it, authorisation, authorization, say-so, approve, willing, opt in, permit me"
    ),
    "confidential": (
        "confidential, secret, private, discreet, anonymous, between us, hush, discretion, "
        "confidentiality, in confidence, stay between, nobody finds out, tell anyone, find out, "
        "repeat it, privately"
    ),
    "guardian": (
        "guardian, power of attorney, legal representative, on behalf, in her name, in his "
        "name, proxy, legal guardian, for somebody else, for someone else, for my mother, on "
        "his behalf, on their behalf, speak for her, answer for, custody"
    ),
    "found": (
        "found, establish, set up, start, create, launch, begin, open, initiate, get going, "
        "form, kick off, get off the ground, new one, setting up, founding, founder, "
        "establishing, setting one up, get one going, get one started, from scratch, build up, "
        "bring to life, open one, start one, set one up, new group, initiative, launch one, "
        "pioneer"
    ),
    "condition": (
        "condition, requirement, prerequisite, criterion, criteria, must have, needed, require, "
        "necessary, preconditions, conditions, requirements, qualify as, need to have, "
        "necessary for, what it takes, minimum standard"
    ),
    "step": (
        "step, stage, phase, procedure, process, route, roadmap, path, way, how to, sequence, "
        "order, next step, next move, steps, proceed, go about, how do we go about, flowchart, "
        "milestones, start to finish, a to z, first thing, what now, what next"
    ),
    "paper": (
        "paper, document, paperwork, file, folder, dossier, form, documentation, bundle, "
        "papers, bits of paper, official papers, written application, application form, annex, "
        "enclosure, attachment, documents, certificate of"
    ),
    "submit": (
        "submit, hand in, lodge, deliver, file, drop off, turn in, present, send in, handing "
        "in, take it to, bring it to, put in, filed, submission, sent in, handed in, lodge it, "
        "deposit it"
    ),
    "approve": (
        "approve, decision, recognise, recognize, official, license, authorise, authorize, "
        "green light, accept, confirm, sanction, go-ahead, green-light, rubber stamp, "
        "rubber-stamp, recognition, recognised, approval, approved, official yes, licence, "
        "permit, ok from, blessing, nod, endorsement"
    ),
    "refuse": (
        "refuse, reject, deny, turn down, decline, say no, refusal, denied, rejected, refused, "
        "knocked back, said no, knock-back, veto, turned us down, disapprove, thumbs down, "
        "unwilling, oppose"
    ),
    "silence": (
        "no answer, no reply, silent, no response, no word, heard nothing, silence, waiting, "
        "still nothing, ghosted, no news, no feedback, haven't heard, hasn't answered, not "
        "answered, never answered, dragging, stuck, pending, limbo, take so long, still "
        "waiting, without answer"
    ),
    "authority": (
        "authority, authorities, commune, ward, official, government, council, people's "
        "committee, ubnd, xa, phuong, administration, state, officials, municipality, town "
        "hall, local government, local authority, public office, civil servants, clerks, mayor, "
        "governor, bureau, office, offices, policy makers, cadres, cadre"
    ),
    "district": "district, huyen, county",
    "merge": (
        "merge, merger, amalgamate, combined, unite, swallow, rename, merged, reorganised, "
        "reorganisation, reform, restructuring, new name, renamed, redrawn, two-tier, two tier, "
        "administrative"
    ),
    "province": "province, city, ba ria, vung tau, br-vt, brvt, hcmc, saigon, ho chi minh",
    "hamlet": (
        "hamlet, village, quarter, ap, khu pho, neighbourhood, area, street, thon, community, "
        "our way, around here, round here, locality, residential, block, flats, high-rise, "
        "apartment, neighbourhoods, our street, rural, countryside, parish"
    ),
    "association": (
        "association, hoi, union, front, organisation, organization, body, bodies, agency, "
        "institution, ngo, associations, organisations, stakeholders, stakeholder, partner, "
        "partners, womens union, youth union, red cross, helpage, farmers union, veterans, "
        "unions"
    ),
    "national": (
        "national, nationwide, countrywide, country, whole country, vietnam, prime minister, "
        "hanoi, government programme, state programme, central, ministry, policy, scheme, "
        "decision, decree, resolution, strategy, whole of vietnam, across vietnam, all over the "
        "country"
    ),
    "target": (
        "target, goal, aim, objective, quota, planned, purpose, targets, aims, goals, ambition, "
        "intended, supposed to reach, kpi, indicator, benchmark, plan to reach"
    ),
    "share": (
        "share, proportion, portion, percentage, ratio, mix, percent, fraction, composition, "
        "slice, split, shares, part of them, how big a part, balance, make-up, makeup, quota "
        "of, composition of, half of them, majority of, breakdown"
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
        "taken"
    ),
    "split": (
        "split, divide, separate, branch, spin off, grow, grown, too large, too big, grown too, "
        "second one, another one, break up, halve, two groups, bud, outgrow, outgrown, "
        "offshoot, daughter club"
    ),
    "mentor": (
        "mentor, coach, nucleus, core, seed, guide, role model, help others, offshoot, "
        "replicate, copy, spread, expand, expansion, twin, show them, help them start, sister "
        "club, partner club, hold their hand, pass on, share experience, experienced, "
        "experience, guidance for new, support new, scale up, scaling, roll out, duplicate, "
        "nurture"
    ),
    "survey": (
        "survey, questionnaire, census, poll, ask around, door to door, interview, house to "
        "house, questions, canvass, needs assessment, ask households, interviewer, "
        "interviewers, asking people, clipboard, enquiry, inquiry, fact-finding, baseline, "
        "enumerator, mapping, go round asking"
    ),
    "report": (
        "report, sheet, summary, statement, return, reporting, figures, write-up, reports, "
        "quarterly, half-year, annual summary, paperwork upstairs, send figures, stats, write "
        "up"
    ),
    "inspect": (
        "inspect, visit, monitor, supervise, inspection, inspector, evaluate, evaluation, "
        "review, assess, spot check, inspectors, look at us, officials visit, come to see us, "
        "observers, monitoring, check on us, control visit, supervision, field visit, site "
        "visit, oversight"
    ),
    "grade": (
        "grade, score, rating, rank, mark, points, level, rate, classify, classification, "
        "graded, scores, stars, ranking, marks, poor score, weak, strong, assessment result, "
        "scoring, performance"
    ),
    "area": (
        "area, field, strand, component, theme, sector, pillar, domain, part of the work, "
        "areas, fields, themes, strands, categories, headings, types of activity, work streams, "
        "workstream, lines of work, topics they cover"
    ),
    "benefit": (
        "benefit, gain, advantage, good, perk, profit, use, point, worth, upside, plus, value, "
        "benefits, advantages, what's in it, in it for, get out of it, gains, reason to, why "
        "bother, why should, pros, plus side, value added, do her good, do him good, good for, "
        "drawback, downside, cons"
    ),
    "duty": (
        "duty, obligation, obliged, must, task, chore, responsibility, expected, role, job, "
        "forced, compulsory, mandatory, required, duties, obligations, responsibilities, have "
        "to do, must do, supposed to do, demands, tasks, assigned, expects, expected of"
    ),
    "help": (
        "help, aid, assist, support, hand, favour, favor, assistance, relief, pitch in, "
        "backing, helped, helping, supporting, gives a hand, back up, step in, rescue, come to "
        "the aid, assist with, be there for"
    ),
    "lend_thing": "borrow, lend, hire, use of",
    "roof": (
        "roof, tin sheet, tile, ceiling, hut, leak, repair, mend, shelter, tiles, rebuild, fix "
        "the house, house repair, walls, collapsed house, tin roof, thatch, shack, home repair, "
        "renovation"
    ),
    "labour": "labour, labor, work, workday, toil, manpower, dig, harvest, carry, lift heavy",
    "religion": (
        "religion, religious, church, buddhist, catholic, christian, faith, pagoda, monk, "
        "priest, sect, pray, buddhism, mosque, muslim, temple, worship, preach, preaching, "
        "evangelical, spiritual, catholics, belief, atheist"
    ),
    "foreigner": (
        "foreigner, foreign, expat, alien, overseas, abroad, non-vietnamese, brit, german, "
        "american, australian, foreigners, non vietnamese, not vietnamese, westerner, citizen "
        "of, nationality, international, tourist, expats, immigrant"
    ),
    "ethnic": "ethnic, minority, tribe, khmer, cham, indigenous",
    "prison": (
        "prison, jail, convict, criminal, conviction, prisoner, ex-con, record, jailed, behind "
        "bars, criminal record, convicted, offender, sentence served, police record"
    ),
    "alcohol": (
        "alcohol, drink, drunk, drinker, booze, beer, drinking, alcoholic, drinks, boozer, "
        "tipsy, wine, liquor, sober, drunkard, addict, addiction"
    ),
    "tenant": (
        "tenant, rent, lodger, renter, temporary, newcomer, moved here, household register, ho "
        "khau, renting, rents, not registered, migrant, migrants, boarding, new here, moved in, "
        "just moved, recently moved, temporarily, newly arrived, outsider, from elsewhere, not "
        "from here"
    ),
    "move": (
        "move, relocate, moving, resettle, new address, emigrate, relocating, moves away, "
        "moving away, moved away, leaves town, transfer to, change of address, settle "
        "elsewhere, another town"
    ),
    "disabled_access": "wheelchair, ramp, rail",
    "train_ride": (
        "train, flight, plane, fly, ferry, boat, bus, coach, taxi, ticket, fare, railway, "
        "airline, hydrofoil, travel cheaper, air ticket, airfare, train ticket, bus ticket, "
        "cab, travel by, travelling, fares, plane ticket"
    ),
    "museum": (
        "museum, monument, sight, pool, cinema, park, zoo, attraction, palace, sightseeing "
        "ticket, entrance fee, theme park, exhibition, gallery, waterpark, beauty spot, tourist "
        "site, botanical garden, aquarium"
    ),
    "queue": (
        "queue, line, wait, priority, first, jump, skip the line, stand in line, queuing, wait "
        "in line, standing, served first, ahead of, before others, back of the line, waiting "
        "room, skip the queue, priority lane, be first, seen first, seen sooner"
    ),
    "language": (
        "language, english, accent, translate, spelling, khmer, languages, vietnamese, speak "
        "english, bilingual, dialect, interpreter, accents"
    ),
    "read": (
        "read, literate, illiterate, can't read, letters, reading, write, illiteracy, never "
        "went to school, unschooled, no schooling, uneducated, spell out, reads, literacy, "
        "analphabet, can't write, cannot read, cannot write"
    ),
    "large_print": (
        "large, big letters, font, big print, zoom, bigger, larger, small print, tiny, enlarge, "
        "voice, aloud, loud, hear it, read to me, audio"
    ),
    "expert_help": "advice, advise, counsel, guidance, tip, suggestion",
    "abroad": (
        "abroad, overseas, australia, america, canada, london, usa, uk, france, germany, korea, "
        "japan, viet kieu, sydney, melbourne, paris, berlin, texas, california, toronto, tokyo, "
        "seoul, norway, sweden, overseas vietnamese, far away, other side of the world, "
        "switzerland, holland, netherlands, denmark, taiwan, singapore, from here, living "
        "abroad"
    ),
    "busy": (
        "busy, no time, time, work full time, shift, job, employed, working, no spare time, "
        "shift work, nine to five, hectic, can't spare, housework, chores, factory work, full "
        "time job, working person, work all day"
    ),
    "bored": (
        "bored, boring, dull, asleep, nod off, lively, fun, entertain, chatter, sleepy, "
        "yawning, tedious, drag, monotone, chaotic, noisy, order, talk over, dominate, hog, "
        "hogging"
    ),
    "proof_ev": "evidence, proof, impact, data, research, effect, results, show that",
    "convince": (
        "convince, persuade, talk into, win over, motivate, encourage, bring round, reluctant, "
        "stubborn, sell it to, get her to come, coax, nag him, interest her, sceptics, get "
        "people interested, entice, reluctance, unwilling to, refuses to go"
    ),
    "forbid": (
        "forbid, forbidden, won't let, not let, prohibit, stop her, stop him, against it, "
        "allow, forbids, prohibits, keeps her from, not allowed, isn't allowed, disapproves, "
        "against her going, opposed, locks her, refuses to let"
    ),
    "age": "age, how old, years old, year old, older than, younger, born",
    "carry_on": "continue, resume, carry on, go on, pick up again, restart, paused, break",
    "notyet": (
        "not yet, still unofficial, in the meantime, meanwhile, before approval, waiting for "
        "approval, unapproved, beforehand"
    ),
    "afterwards": "after, afterwards, then, next, following, once done, what now, what next",
    "before": "before, prior, beforehand, in advance, ahead, first",
    "whofirst": (
        "who first, who comes first, preference, prefer, prioritise, prioritize, precedence, "
        "ahead of others, jump ahead"
    ),
    "several": (
        "several, both, two, double, twice, more than one, multiple, at once, simultaneously"
    ),
    "handover": (
        "hand over, handover, pass on, successor, predecessor, take over, took over, take the "
        "reins, replacement, stand in, deputise, substitute, fills in"
    ),
    "reply": "answer, reply, respond, response, get back to, feedback",
    "compulsory": (
        "compulsory, mandatory, obligatory, must, forced, optional, have to, required by law, "
        "voluntary"
    ),
    "allowed": (
        "allowed, permitted, may, legal, ok, okay, alright, fine to, is it possible, can one"
    ),
    "danger": "danger, risk, risky, dangerous, unsafe, safe, safety, hazard",
    "meantime": "how soon, quickly, fast, speed, urgent, asap",
    "meaning": (
        "mean, meaning, define, definition, explain, what is, stand for, in plain words, in "
        "simple words, nutshell"
    ),
    "example": "example, instance, concrete, typical, e.g",
    "legalstatus": (
        "legal entity, legal personality, legal status, juridical, corporate, registered body, "
        "incorporated"
    ),
    "history": (
        "history, began, founded in, origin, invented, inventor, since when, first ever, past"
    ),
    "helpdesk": (
        "contact, contact person, in charge, responsible, person in charge, officer, hotline, "
        "whom to ask, who to ask, talk to"
    ),
    "equipment": (
        "equipment, scales, speaker, loudspeaker, meter, tools, gear, projector, materials, "
        "stuff, kit"
    ),
    "hygiene": "tidy up, sweep, clean up, mop, litter, rubbish",
    "keys": "key, lock, padlock, locked",
    "night": "night, nights, overnight, 24 hours, round the clock, all day, day and night",
    "hour_pref": "morning, afternoon, evening, weekend, sunday, saturday, after work",
    "anger": "angry, rage, furious, upset, hostile, screams, temper, annoyed, cross with",
    "wish": "wish, wishes, congratulate, congratulations, toast, greeting, blessing",
    "backlog": "waiting list, turn, my turn, line up, queue up",
    "distrust": "trust, distrust, believe, doubt, suspicious, honest, honesty",
    "useful": "useful, usefully, purpose, role, good for, contribute, contribution, do there",
    "pills": "remind of pills, pill reminder, medication reminder",
    "weekly": "week by week, day to day, normally, usual, routine",
    "teamwork": (
        "work together, collaborate, cooperation, cooperate, partner with, joint, jointly, team up"
    ),
}
