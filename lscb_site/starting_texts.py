"""What the pages of a new site say: true of this software, and the editors' own from the first day on.

Where the software changes what it stores, sends or keeps, change these with it.
"""

INTRODUCTION = (
    "We bring together the council, the police, the health service and others so that children are safe, "
    "and so that we all learn when a child has been seriously harmed."
)

ACCESSIBILITY = """
<p>We want everybody to be able to use this website. You should be able to:</p>
<ul>
<li>enlarge the text to 400% without anything running off the screen</li>
<li>use every page with a keyboard alone, and with a screen reader</li>
<li>read every page, and download every report, with scripts switched off</li>
<li>print any page</li>
</ul>
<h2>How accessible it is</h2>
<p>The pages are built from components that were made to meet level AA of the Web Content Accessibility
Guidelines 2.2, and each type of page is tested automatically. Nobody outside has audited this website
yet.</p>
<p>Some PDF documents were written by others and may not work well with a screen reader. Tell us which one you
need and we will look for another way of giving it to you.</p>
<h2>Tell us about a problem</h2>
<p>If you cannot use something on this website, tell us which page it is and what happened. You find our
telephone number and our address at the foot of every page.</p>
<p>If you are not content with our answer, contact the Equality Advisory and Support Service. The Equality and
Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2)
Accessibility Regulations 2018.</p>
"""

PRIVACY = """
<p>You can read everything on this website without telling us who you are.</p>
<h2>When you read this website</h2>
<ul>
<li>It stores nothing on your device: no cookies, and no other memory of your visit.</li>
<li>It loads nothing from other companies, so none of them learns from us that you were here. There are no
statistics services, no advertisements and no social media buttons.</li>
<li>The software keeps no list of who read which page, and none of the words that anybody searched for.</li>
<li>Links to other websites do not tell them which page you came from.</li>
</ul>
<p>Your own browser keeps a history. <a href="/exit-this-page/">How to leave this site quickly</a> says what
we cannot hide.</p>
<h2>When you tell us whether a page was useful</h2>
<p>We keep the page, your answer, your comment if you write one, and the day. Nothing tells us who you are. Only people
who work for us read it, and it is erased after some months.</p>
<h2>When you telephone or write to us</h2>
<p>We use what you tell us to answer you. If we learn that a child may be at risk of harm, we may have to tell
children&rsquo;s social care or the police, even if you ask us not to.</p>
<h2>When you work for us</h2>
<p>People who write this website sign in. We keep their names, their e-mail addresses and a record of what
they changed.</p>
<h2>Your rights</h2>
<p>You may ask what we hold about you, have it put right or deleted, and object to how we use it. You may also
complain to the Information Commissioner&rsquo;s Office.</p>
"""

COOKIES = """
<p>Cookies are small files that a website stores on your device.</p>
<p>The public pages of this website set no cookies, and they use no other way of storing anything on your
device. That is why nothing here asks you to accept any.</p>
<h2>For people who write this website</h2>
<p>Two cookies are set when somebody signs in to write this website. Both are needed for that and do nothing
else.</p>
<ul>
<li><b>sessionid</b> keeps them signed in</li>
<li><b>csrftoken</b> protects the forms against misuse from other websites</li>
</ul>
<p>Where there is an area for members of the board, two more are set there, for the same ends and sent to no other page:
<b>members_session</b> and <b>members_csrf</b>.</p>
"""

CONTACTS = "Whom to call, and what each of us does."
PARTNERS = "The bodies that make up our {noun}."
