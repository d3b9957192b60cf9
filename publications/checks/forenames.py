"""Forenames by which a file's name or title shows that it may tell of a person."""

# Common ones in England; a list of all would find a name in every title.
_COMMON = """
aaliyah aaron abbie abdul abdullah abigail adam adrian ahmed aidan aimee aisha alan alana alastair albert alesha alex
alexander alexandra alexis alfie alfred ali alice alicia alisha alison aliyah alyssa amanda amber amelia amina amir
amy ana andrea andreea andrew angela anna annabelle anne annie anthony antonia archie arjun arthur asher ashleigh
ashley ashton asif austin ava ayaan ayesha barbara bartosz beatrice ben benjamin bernard beth bethan bethany billy
blake bobby brandon brenda brian brianna bridget brooke caitlin callum calum cameron carl carla carly carol caroline
carolyn casey catherine cerys chantelle charles charlie charlotte chelsea cheryl chloe christian christina christine
christopher claire clare colin connor conor corey courtney craig daisy damian daniel danielle darcey darcy darren
david dawn dean deborah declan demi denise dennis derek diana diane dominic donald donna dorothy douglas duncan dylan
ebony edith edward eileen elaine eleanor elena eliza elizabeth ella ellie elliot elliott ellis eloise elsie emilia
emily emma emmanuel erica erin esme ethan eva eve evelyn evie ezra faisal faith fatima fern finlay finley fiona
florence frances francesca francis frank frankie fraser freddie frederick freya gabriel gareth gary gavin gemma george
georgia georgina gerald gillian gordon graham grant gregory gwen hamza hannah harley harriet harris harrison harry
harvey hassan hayden hayley hazel heather heidi helen henry hollie hugo hussain ian ibrahim imogen imran irene iris
isaac isabel isabella isabelle isla ismail isobel ivy jack jackson jacob jacqueline jade jaden jai jake jakub jamal
james jamie jan jane janet janice jasmine jason jaxon jayden jayne jean jeffrey jenna jennifer jeremy jessica jill
joan joanna joanne jodie joe joel john jonah jonathan jordan joseph josephine joshua joyce jude judith julia julian
julie june kacey kai karen kate katherine kathleen kathryn katie kayla kayleigh keira keith kelly kelsey kenneth kevin
khadija kian kieran kim kimberley kirsty kyle lacey lara laura lauren layla leah leanne lee leo leon leonard leonie
lesley leslie lewis lexi liam libby lilly lily linda lindsay lisa logan lola lorraine louie louis louise luca lucas
lucy luka lukas luke luna lydia lynn mackenzie maddison madeleine madison maisie malcolm malik marcus margaret maria
mariam marie marilyn mark martha martin martyn mary maryam mason mateusz matilda matthew maureen max maxwell maya
megan melanie melissa mia michael michaela michelle miles millie mohamed mohammad mohammed molly morgan muhammad
mustafa mya naomi natalia natalie natasha nathan nathaniel neil niamh nicholas nicola nicole nigel noah noor norman
olivia ollie omar oscar owen paige pamela patricia patrick paul paula pauline peter philip phillip phoebe poppy priya
rachel raj ralph raymond rebecca reece reggie reuben rhys richard riley robert robin robyn roger ronald ronnie rory
rosemary rosie ross roxanne ruby russell ruth ryan saad sadie saima sally sam samantha samina samir samuel sandra sara
sarah scarlett scott sean sebastian shannon sharon shaun sheila shirley sienna simon skye sofia sonia sophia sophie
stacey stanley stella stephanie stephen steven stewart stuart summer susan suzanne sydney sylvia tamara tanya tara
taylor teddy terence teresa thea theo theodore theresa thomas tia tiffany timothy tina toby tom tommy tony tracey
tyler valerie vanessa vera veronica vicky victor victoria vincent violet vivian wayne wendy william xavier yasmin
yusuf yvonne zac zachary zain zainab zak zara zoe zoya
"""
# Words of titles or names of places too: they count only before a surname, as in "Mark Jones".
_WORDS = """
amber april blake blue brook brooke chelsea dawn dean faith florence frank grant harris hazel heather holly hope iris
ivy jackson jade jean jordan june lee lily logan luna mark mason max may miles pat poppy robin rosemary ruby russell
sky skye stanley summer sydney taylor victoria violet will
"""
# What may follow those and is no surname.
_AFTER = """
academy action and board briefing centre child children childrens college council county court draft executive family
final framework hospital house learning lscb meeting overview panel partnership plan primary published report response
review road safeguarding school scr serious street summary thematic update version
"""
FORENAMES = frozenset(_COMMON.split())
WORDS_TOO = frozenset(_WORDS.split())
NO_SURNAMES = frozenset(_AFTER.split())
